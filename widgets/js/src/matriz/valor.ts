// Leer y mostrar un valor: con coma decimal, con signo si corresponde, y vacío distinto de cero.
import { aNumero } from "../lib/campos.ts";
import type { Ajustes } from "./datos.ts";

export const VACIO = "·";
type Leido = { valor: number | null } | { error: string };

/** El valor escrito; vacío, «·» o «-» borran la casilla. Si no sirve, la frase de por qué. */
export function leerValor(escrito: string, a: Ajustes): Leido {
  const texto = escrito.trim();
  if (texto === "" || texto === VACIO || texto === "-" || texto === "—") return { valor: null };
  const valor = aNumero(texto.replace(/^\+/, ""));
  const enPaso = Math.abs(valor / a.paso - Math.round(valor / a.paso)) < 1e-9;
  if (valor >= a.minimo && valor <= a.maximo && enPaso) return { valor };
  return { error: `dice «${texto}»; escriba ${a.paso === 1 ? "un número entero" : "un número"} de ${cifra(a.minimo)} a ${cifra(a.maximo)}, o déjelo vacío.` };
}

/** Un número a la chilena, con el signo menos de verdad. */
export const cifra = (valor: number): string => String(Math.round(valor * 1000) / 1000).replace(".", ",").replace("-", "−");

/** Cómo se ve en la casilla. */
export const mostrarValor = (valor: number | null, a: Ajustes): string =>
  valor === null ? VACIO : a.con_signo && valor > 0 ? `+${cifra(valor)}` : cifra(valor);

/** Cómo se dice: «3, sus misiones», «vacía». */
export function decirValor(valor: number | null, a: Ajustes): string {
  if (valor === null) return "vacía";
  const palabra = a.leyenda[String(valor)];
  return mostrarValor(valor, a) + (palabra ? `, ${palabra}` : "");
}

/** El tono de fondo, de 0 a 4, y hacia dónde: el signo siempre va además escrito. */
export function tonoDe(valor: number | null, a: Ajustes): { nivel: number; signo: string } {
  if (valor === null) return { nivel: 0, signo: "vacio" };
  const tope = Math.max(Math.abs(a.minimo), Math.abs(a.maximo)) || 1;
  const desde = a.con_signo ? 0 : Math.min(0, a.minimo);
  const nivel = Math.min(4, Math.ceil((Math.abs(valor - desde) / tope) * 4));
  return { nivel, signo: valor < 0 ? "menos" : valor > 0 ? "mas" : "cero" };
}

/** Los valores que caben en una lista corta (hasta once); si son más, se escribe. */
export function opcionesDe(a: Ajustes): number[] | null {
  const cuantas = Math.round((a.maximo - a.minimo) / a.paso) + 1;
  if (cuantas > 11) return null;
  return Array.from({ length: cuantas }, (_, i) => Math.round((a.minimo + i * a.paso) * 1000) / 1000);
}
