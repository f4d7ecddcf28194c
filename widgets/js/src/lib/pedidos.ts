// Pedir algo a Python desde un componente sin pizarra, y esperar su respuesta.
import type { Modelo } from "./tipos.ts";

export interface Contestacion<T = any> { datos?: T; error?: string }

export function pedidor(modelo: Modelo): <T = any>(orden: string, datos?: unknown) => Promise<Contestacion<T>> {
  const esperas = new Map<string, (r: Contestacion) => void>();
  // Cada vista numera aparte: dos vistas de un mismo modelo no se quitan respuestas.
  const vista = Math.random().toString(36).slice(2);
  let cuenta = 0;
  modelo.on("msg:custom", (m: any) => {
    if (m.tipo !== "respuesta") return;
    esperas.get(m.pedido)?.(m);
    esperas.delete(m.pedido);
  });
  return (orden, datos = {}) => {
    const pedido = `${vista}-${++cuenta}`;
    modelo.send({ pedido, orden, datos });
    return new Promise((listo) => esperas.set(pedido, listo));
  };
}
