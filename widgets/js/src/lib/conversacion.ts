// Pedir algo al Python de un componente propio y esperar su respuesta (lo que la pizarra hace con la Mesa).
import type { Respuesta } from "./pizarra.ts";
import type { Modelo } from "./tipos.ts";

export type Pedir = (orden: string, datos?: unknown) => Promise<Respuesta>;

/** Una función para pedir órdenes al modelo y otra para dejar de escucharlo. */
export function conversar(modelo: Modelo): { pedir: Pedir; callar: () => void } {
  const esperas = new Map<number, (r: Respuesta) => void>();
  let cuenta = 0;
  const alRecibir = (m: { tipo?: string; pedido?: number } & Respuesta): void => {
    if (m.tipo !== "respuesta" || !esperas.has(m.pedido!)) return;
    esperas.get(m.pedido!)!(m);
    esperas.delete(m.pedido!);
  };
  modelo.on("msg:custom", alRecibir);
  const pedir: Pedir = (orden, datos = {}) => {
    // El azar evita que dos vistas del mismo modelo se contesten los pedidos.
    const pedido = ++cuenta + Math.floor(Math.random() * 1e9) * 1000;
    modelo.send({ pedido, orden, datos });
    return new Promise((listo) => esperas.set(pedido, listo));
  };
  return { pedir, callar: () => modelo.off("msg:custom", alRecibir) };
}
