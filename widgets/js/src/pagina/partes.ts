// Partes de la página que llegaron escritas (la lectura): se les da vida sin esperar al núcleo.
import { importar } from "./modulos.ts";

export async function darVida(): Promise<void> {
  for (const parte of document.querySelectorAll<HTMLElement>("[data-mesa-modulo]"))
    (await importar(parte.dataset["mesaModulo"] ?? "")).vestir?.(parte);
}
