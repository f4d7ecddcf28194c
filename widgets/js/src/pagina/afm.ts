// Anfitrión de componentes: el contrato de anywidget (initialize, render, limpieza) sin su paquete.
import { DOMWidgetModel, WidgetView } from "@jupyter-widgets/base";
import { type Componente, importar } from "./modulos.ts";
import { avisar } from "./sucesos.ts";

type Limpieza = void | (() => void | Promise<void>);

export class AnyModel extends DOMWidgetModel {
  private traido?: Promise<Componente>;
  private limpieza: Limpieza = undefined;

  /** El módulo se trae cuando alguien va a verlo: lo de un panel cerrado no se baja. */
  get componente(): Promise<Componente> { return (this.traido ??= this.traer()); }

  private async traer(): Promise<Componente> {
    const componente = await importar(this.get("_componente"));
    this.limpieza = (await componente.initialize?.({ model: this })) as Limpieza;
    return componente;
  }

  override initialize(atributos: any, opciones: any): void {
    super.initialize(atributos, opciones);
    this.on("comm:close", () => void this.limpieza?.());
    if (this.guarda) this.on("msg:custom", (m: any) => { if (m?.tipo === "respuesta") avisar("mesa:guardando", -1); });
  }

  /** La pizarra es la que guarda: la barra cuenta sus pedidos sin responder. */
  private get guarda(): boolean { return this.get("_componente") === "pizarra"; }

  override send(contenido: any, llamadas?: any, bultos?: any): any {
    if (this.guarda && !contenido?.reenvio) avisar("mesa:guardando", 1);
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
    const limpieza = (await componente.render?.({ model: this.model as AnyModel, el: this.el })) as Limpieza;
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
