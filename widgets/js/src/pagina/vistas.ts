// Pone en su lugar las vistas que el cuaderno dejó anotadas en la página.
import type { Administrador } from "./administrador.ts";

const MARCA = 'script[type="application/vnd.jupyter.widget-view+json"]';

/** Monta las vistas de una sección; un componente que falla no arrastra a los demás. */
export async function montar(administrador: Administrador, seccion: ParentNode): Promise<void> {
  const lugares = [...seccion.querySelectorAll<HTMLElement>(MARCA)];
  await Promise.all(lugares.map((marca) => montarUna(administrador, marca).catch((falla) => disculpar(marca, falla))));
}

async function montarUna(administrador: Administrador, marca: HTMLElement): Promise<void> {
  const { model_id: id } = JSON.parse(marca.textContent ?? "{}") as { model_id: string };
  const modelo = await administrador.get_model(id);
  const vista = await administrador.create_view(modelo);
  marca.replaceWith(vista.el);
  vista.trigger("displayed");
}

function disculpar(marca: HTMLElement, falla: unknown): void {
  console.error(falla);
  const aviso = document.createElement("p");
  aviso.className = "mt-aviso error";
  aviso.textContent = "Esta parte no se pudo abrir. Vuelva a cargar la página; si se repite, avise a quien acompaña.";
  marca.replaceWith(aviso);
}
