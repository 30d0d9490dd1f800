import { ConfigProvider } from "antd";
import { createRoot } from "react-dom/client";
import { CompletionForm } from "./CompletionForm";
import "./page.css";

createRoot(document.getElementById("app")!).render(
  <ConfigProvider theme={{ token: { fontFamily: "inherit" } }}>
    <main>
      <h1>payscore 与 antd</h1>
      <CompletionForm />
    </main>
  </ConfigProvider>,
);
