import type { MailWords } from "../core-words.ts";

export const esMails: MailWords = {
  "certificate-active": {
    subject: "{names}: el certificado está activo",
    text: "El certificado para {names} está instalado y se ha visto desde fuera.\nEs válido hasta el {notAfter} y se reemplaza automáticamente antes de esa fecha.",
  },
  "proof-needed": {
    subject: "{names}: demuestre, por favor, que controla el nombre",
    text: "La autoridad de certificación quiere ver una prueba para {names} en un lugar donde nosotros no podemos escribir.\nLa página del pedido {order} muestra exactamente qué publicar; lo notaremos por nuestra cuenta.",
  },
  "install-needed": {
    subject: "{names}: el certificado está listo para instalarse",
    text: "El certificado para {names} está emitido. La página del pedido {order} se lo entrega con su clave, una sola vez.\nObservamos el sitio y le avisamos cuando esté en servicio.",
  },
  "certificate-in-danger": {
    subject: "{names}: el certificado termina el {notAfter} y su sucesor aún no está en servicio",
    text: "El próximo certificado para {names} no se ha instalado, y el actual termina el {notAfter}.\nLa página del pedido {order} dice qué falta.",
  },
  "certificate-revoked": {
    subject: "{names}: la autoridad de certificación ha revocado el certificado",
    text: "La autoridad de certificación ha revocado el certificado para {names}; los navegadores lo rechazarán.\nUn certificado revocado no se puede reemitir. Pida uno nuevo, por favor.",
  },
  "request-refused": {
    subject: "{names}: lo que pidió no puede hacerse",
    text: "{problem}\n{fix}",
  },
  "licence-ending": {
    subject: "{names}: la licencia termina el {end}",
    text: "La licencia para {names} termina el {end}. Sin renovación, el sitio no tendrá certificado a partir de entonces.\nUna renovación del pedido {order} la continúa sin interrupción.",
  },
};
