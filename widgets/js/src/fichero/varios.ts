// Un campo en que se marcan varias opciones: casillas, que se guardan al tocarlas.
import type { Campo } from "../lib/campos.ts";
import { h, idUnico, poner } from "../lib/dom.ts";
import { marcarError } from "../lib/editor.ts";
import type { CampoVivo, Guardar } from "../ficha/campo.ts";

const MUCHAS = 8;

export function campoDeVarias(campo: Campo, valor: unknown, guardar: Guardar, soloLectura: boolean): CampoVivo {
  let actual = comoLista(valor);
  const frase = h("span", { class: "mt-error-de-campo", id: idUnico("error"), role: "alert", hidden: true });
  const opciones = Object.entries(campo.opciones ?? {});
  const casillas = opciones.map(([codigo, rotulo]) => {
    const casilla = h("input", { type: "checkbox", value: codigo, checked: actual.includes(codigo), disabled: soloLectura });
    casilla.addEventListener("change", () => void confirmar());
    return { codigo, casilla, nodo: h("label", { class: "mt-casilla" }, casilla, h("span", {}, rotulo)) };
  });
  const grupo = h("fieldset", { class: "mt-varias" }, h("legend", { class: "nombre" }, campo.nombre));
  const resumen = h("summary", {});
  const contar = (): void => poner(resumen, actual.length ? `${actual.length} de ${opciones.length}: ${casillas.filter((c) => c.casilla.checked).map((c) => c.nodo.textContent).join(", ")}` : "Ninguna marcada: abrir para elegir");
  const lista = h("div", { class: "casillas" }, casillas.map((c) => c.nodo));
  grupo.append(opciones.length > MUCHAS ? h("details", {}, resumen, lista) : lista, frase);
  if (campo.ayuda) grupo.append(h("span", { class: "ayuda" }, campo.ayuda));
  const reponer = (): void => { for (const c of casillas) c.casilla.checked = actual.includes(c.codigo); contar(); };
  const confirmar = async (): Promise<void> => {
    const nuevo = casillas.filter((c) => c.casilla.checked).map((c) => c.codigo);
    const error = await guardar(nuevo);
    if (error === null) return reponer();
    marcarError(grupo, frase, error);
    if (error) return;
    actual = nuevo;
    contar();
  };
  contar();
  return { nodo: grupo, poner: (otro) => { actual = comoLista(otro); reponer(); } };
}

const comoLista = (valor: unknown): string[] => (Array.isArray(valor) ? valor.map(String) : []);
