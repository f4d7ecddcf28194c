// Pedir algo al Python de un componente propio y esperar su respuesta (lo que la pizarra hace con la Mesa).
import { Esperas } from "./esperas.ts";
import type { Respuesta } from "./pizarra.ts";
import type { Modelo } from "./tipos.ts";

export type Pedir = (orden: string, datos?: unknown) => Promise<Respuesta>;

/** Una función para pedir órdenes al modelo y otra para dejar de escucharlo. */
export function conversar(modelo: Modelo): { pedir: Pedir; callar: () => void } {
  const esperas = new Esperas(modelo);
  let cuenta = 0;
  const alRecibir = (m: { tipo?: string; pedido?: number } & Respuesta): void => {
    if (m.tipo === "respuesta") esperas.llego(m);
  };
  modelo.on("msg:custom", alRecibir);
  const pedir: Pedir = (orden, datos = {}) => {
    // El azar evita que dos vistas del mismo modelo se contesten los pedidos.
    const pedido = ++cuenta + Math.floor(Math.random() * 1e9) * 1000;
    return esperas.mandar({ pedido, orden, datos });
  };
  return { pedir, callar: () => { modelo.off("msg:custom", alRecibir); esperas.soltar(); } };
}
