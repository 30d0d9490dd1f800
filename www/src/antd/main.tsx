import { createRoot } from "react-dom/client";
import { CompletionForm } from "./CompletionForm";
import "./page.css";

createRoot(document.getElementById("app")!).render(
  <main>
    <h1>payscore 与 antd</h1>
    <CompletionForm />
  </main>,
);
