// Partes de la página que llegaron escritas (la lectura): se les da vida sin esperar al núcleo.
import { direccion } from "./datos.ts";

export async function darVida(): Promise<void> {
  for (const parte of document.querySelectorAll<HTMLElement>("[data-mesa-modulo]")) {
    const modulo = parte.dataset["mesaModulo"] ?? "";
    if (!/^\w+$/.test(modulo)) continue;
    const { default: componente } = await import(direccion(`${modulo}.js`));
    componente.vestir(parte);
  }
}
