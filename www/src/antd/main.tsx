import { ConfigProvider } from "antd";
import { createRoot } from "react-dom/client";
import { CompletionForm } from "./CompletionForm";
import "./page.css";

createRoot(document.getElementById("app")!).render(
  <ConfigProvider theme={{ token: { fontFamily: "inherit", colorTextDescription: "#595959" } }}>
    <main>
      <h1>payscore 与 antd</h1>
      <p className="lead">一笔酒店订单，押金 500.00 元。改一改金额、名称或时间，离开输入框，再按「完结订单」。</p>
      <CompletionForm />
    </main>
  </ConfigProvider>,
);
