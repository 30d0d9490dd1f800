import { ConfigProvider } from "antd";
import "antd/dist/antd.css";
import { createRoot } from "react-dom/client";
import { CompletionForm } from "./CompletionForm";
import "./page.css";

createRoot(document.getElementById("app")!).render(
  <ConfigProvider theme={{ zeroRuntime: true }}>
    <main>
      <h1>payscore 与 antd</h1>
      <CompletionForm />
    </main>
  </ConfigProvider>,
);
