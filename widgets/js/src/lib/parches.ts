// Aplicar los parches que manda Python (mesa_territorial.dominio.parches), sin tocar el documento original.
import type { Cambio } from "./tipos.ts";

type Caja = Record<string, unknown>;

export function aplicar<T extends object>(documento: T, parche: Cambio[]): T {
  return parche.reduce((doc, cambio) => conCambio(doc as Caja, cambio.ruta, cambio) as T, documento);
}

function conCambio(documento: Caja, ruta: string[], cambio: Cambio): Caja {
  const [clave, ...resto] = ruta as [string, ...string[]];
  if (resto.length) return { ...documento, [clave]: conCambio((documento[clave] ?? {}) as Caja, resto, cambio) };
  if ("despues" in cambio) return { ...documento, [clave]: cambio.despues };
  const { [clave]: _fuera, ...queda } = documento;
  return queda;
}
