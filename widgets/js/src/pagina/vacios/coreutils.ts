// De @jupyterlab/coreutils, sólo lo que piden el canal del núcleo y la conexión con el servidor.
import { enRaiz } from "../../lib/raiz.ts";
const unir = (...partes: string[]): string =>
  partes.filter(Boolean).map((p, i) => (i ? p.replace(/^\/+/, "") : p)).map((p, i, t) => (i < t.length - 1 ? p.replace(/\/+$/, "") : p)).join("/");

export const URLExt = {
  join: unir,
  normalize: (u: string): string => u,
};

const ws = location.origin.replace(/^http/, "ws");
const OPCIONES: Record<string, string> = { appendToken: "false" };
export const PageConfig = {
  getBaseUrl: (): string => location.origin + enRaiz("/"),
  getWsUrl: (): string => ws + enRaiz("/"),
  getToken: (): string => "",
  getOption: (nombre: string): string => OPCIONES[nombre] ?? "",
};
