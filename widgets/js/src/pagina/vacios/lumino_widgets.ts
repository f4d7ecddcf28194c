// @jupyter-widgets/base hereda de estas clases para vivir en JupyterLab; en la página propia nadie las usa.
export class Widget {}
export class Panel {}
export const MessageLoop = { sendMessage(): void {} };
