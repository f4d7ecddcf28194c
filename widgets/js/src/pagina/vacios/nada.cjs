// Módulo vacío: ocupa el lugar de una biblioteca que la página no usa.
module.exports = {};
