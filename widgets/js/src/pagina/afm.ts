// Anfitrión de componentes: el contrato de anywidget (initialize, render, limpieza) sin su paquete.
import { DOMWidgetModel, WidgetView } from "@jupyter-widgets/base";
import { direccion } from "./datos.ts";
import { avisar } from "./sucesos.ts";

type Limpieza = void | (() => void | Promise<void>);
interface Componente {
  initialize?(contexto: { model: AnyModel }): Limpieza | Promise<Limpieza>;
  render?(contexto: { model: AnyModel; el: HTMLElement }): Limpieza | Promise<Limpieza>;
}
type Exportado = Componente | (() => Componente | Promise<Componente>);

/** Trae el módulo de un componente; sólo de los archivos propios. */
async function importar(modulo: string): Promise<Componente> {
  if (!/^\w+$/.test(modulo)) throw new Error(`Componente sin nombre válido: ${modulo}`);
  const { default: exportado } = (await import(direccion(`${modulo}.js`))) as { default: Exportado };
  return typeof exportado === "function" ? exportado() : exportado;
}

export class AnyModel extends DOMWidgetModel {
  declare componente: Promise<Componente>;
  private limpieza: Limpieza = undefined;

  override initialize(atributos: any, opciones: any): void {
    super.initialize(atributos, opciones);
    this.componente = importar(this.get("_componente"));
    this.componente.then(async (c) => { this.limpieza = await c.initialize?.({ model: this }); }).catch(() => {});
    this.on("comm:close", () => void this.limpieza?.());
    if (this.guarda) this.on("msg:custom", (m: any) => { if (m?.tipo === "respuesta") avisar("mesa:guardando", -1); });
  }

  /** La pizarra es la que guarda: la barra cuenta sus pedidos sin responder. */
  private get guarda(): boolean { return this.get("_componente") === "pizarra"; }

  override send(contenido: any, llamadas?: any, bultos?: any): any {
    if (this.guarda) avisar("mesa:guardando", 1);
    return super.send(contenido, llamadas, bultos);
  }

  /** Los datos binarios viajan tal cual; el resto, como en ipywidgets. */
  override serialize(estado: Record<string, any>): any {
    const propios = (this.constructor as typeof DOMWidgetModel).serializers ?? {};
    return Object.fromEntries(Object.entries(estado).map(([k, v]) => [k, propios[k]?.serialize?.(v, this) ?? copiar(k, v)]));
  }
}

function copiar(clave: string, valor: any): unknown {
  if (clave === "layout" || clave === "style") return JSON.parse(JSON.stringify(valor));
  return valor?.toJSON?.() ?? structuredClone(valor);
}

export class AnyView extends WidgetView {
  private limpieza: Limpieza = undefined;
  private retirada = false;

  override async render(): Promise<void> {
    const componente = await (this.model as AnyModel).componente;
    const limpieza = await componente.render?.({ model: this.model as AnyModel, el: this.el });
    if (this.retirada) await limpieza?.();
    else this.limpieza = limpieza;
  }

  override remove(): any {
    this.retirada = true;
    void this.limpieza?.();
    this.limpieza = undefined;
    return super.remove();
  }
}
