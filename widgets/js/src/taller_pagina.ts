// Lo que una página oye del taller: lo anunciado, en qué mesa se sienta, quién más está y qué hizo.
import { animarCompania } from "./taller/compania.ts";
import { animarNovedades } from "./taller/novedades.ts";

animarNovedades();
animarCompania();
