import type { ErrorWords } from "../core-words.ts";

export const ptBrErrors: ErrorWords = {
  "input.name": {
    sentence: "“{input}” não pode ser um nome em um certificado: {because}.",
    fix: "Escreva um nome de host como example.com, www.example.com ou *.example.com.",
  },
  "input.csr": {
    sentence: "O CSR não pode ser usado: {because}.",
    fix: "Crie outro com uma chave nova, ou deixe que nós o criemos.",
  },
  "input.certificate": {
    sentence: "O certificado não pode ser lido: {because}.",
    fix: "Informe o texto PEM, de -----BEGIN CERTIFICATE----- até -----END CERTIFICATE-----.",
  },
  "input.date": {
    sentence: "“{input}” não é uma data.",
    fix: "Escreva como 2027-03-15, ou com hora como 2027-03-15T12:00:00Z.",
  },
  "input.option": { sentence: "{option}: {because}.", fix: "Corrija e envie o formulário de novo." },
  "config.missing": {
    sentence: "Não há configuração em {path}.",
    fix: "Quem administra o servidor precisa escrevê-la.",
  },
  "config.invalid": {
    sentence: "A configuração em {path} não pode ser usada: {because}.",
    fix: "Corrija os ajustes indicados; nada foi alterado.",
  },
  "order.unknown": {
    sentence: "Não há pedido {order} aqui.",
    fix: "A página dos seus sites mostra todos os seus pedidos.",
  },
  "order.invalid": {
    sentence: "Isto não pode ser pedido: {because}.",
    fix: "Corrija o que está indicado; nada foi cobrado.",
  },
  "order.refused": {
    sentence: "Isto não é possível com o pedido {order}: {because}.",
    fix: "A página do pedido mostra o que ele espera e o que pode ser feito com ele.",
  },
  "product.unknown": { sentence: "Não há produto “{product}”.", fix: "À venda: {available}." },
  "archive.none": {
    sentence: "Não há chave privada a entregar para o pedido {order}: {because}.",
    fix: "Uma reemissão cria sem custo uma chave nova e um certificado.",
  },
  "issuer.unknown": {
    sentence: "A autoridade certificadora deste pedido não está configurada aqui.",
    fix: "Indique-a em issuers na configuração.",
  },
  "issuer.unauthorised": {
    sentence: "A autoridade certificadora não aceita nossas credenciais.",
    fix: "Seu provedor precisa pôr uma credencial de API válida na configuração.",
  },
  "issuer.rejected": {
    sentence: "A autoridade certificadora recusou a solicitação: {because}.",
    fix: "Corrija o que está indicado e peça de novo; nada foi cobrado.",
  },
  "issuer.funds": {
    sentence: "O saldo pré-pago não cobre o pedido.",
    fix: "Recarregue o saldo; o pedido continua sozinho.",
  },
  "issuer.rate-limited": {
    sentence: "A autoridade certificadora pede menos chamadas até {until}.",
    fix: "Nada a fazer: o pedido continua então.",
  },
  "issuer.unreachable": {
    sentence: "A autoridade certificadora não responde: {because}.",
    fix: "Nada a fazer: tentamos de novo por conta própria.",
  },
  "issuer.answer-lost": {
    sentence: "A autoridade certificadora foi consultada, mas a resposta se perdeu.",
    fix: "Nada a fazer: perguntamos o que houve antes de enviar algo de novo.",
  },
  "issuer.malformed-answer": {
    sentence: "A autoridade certificadora respondeu algo que não conseguimos ler: {because}.",
    fix: "Nada a fazer: tentamos de novo por conta própria. Se persistir, o serviço dela está com problemas.",
  },
  "issuer.order-unknown": {
    sentence: "A autoridade certificadora não conhece o pedido {ref}.",
    fix: "Seu provedor precisa consultar o suporte dela com este número.",
  },
  "issuer.wrong-state": {
    sentence: "A autoridade certificadora não pode fazer isso agora: {because}.",
    fix: "Nada a fazer: olharemos o pedido de novo.",
  },
  "certificate.mismatch": {
    sentence: "A autoridade certificadora enviou um certificado que não é o pedido: {because}.",
    fix: "Ele não é instalado. Seu provedor precisa consultar o suporte dela; uma reemissão dá um novo.",
  },
  "certificate.chain": {
    sentence: "O certificado não leva a uma raiz confiável: {because}.",
    fix: "Ele não é instalado. Acrescente o certificado intermediário ou raiz que falta aos ajustes de confiança.",
  },
  "host.unknown": {
    sentence: "Nenhum servidor está configurado como “{host}”.",
    fix: "Indique-o em hosts na configuração.",
  },
  "host.unreachable": {
    sentence: "{host} não responde: {because}.",
    fix: "Veja se o servidor está no ar; tentamos de novo por conta própria. O site mantém o certificado atual.",
  },
  "host.unauthorised": {
    sentence: "{host} não aceita as credenciais.",
    fix: "Ponha na configuração uma credencial válida para este servidor.",
  },
  "host.permission-missing": {
    sentence: "{host} não permite isto: falta {permission}.",
    fix: "Conceda à credencial a permissão indicada.",
  },
  "host.site-unknown": {
    sentence: "{host} não tem o site {site}.",
    fix: "Escolha um site que o servidor liste.",
  },
  "host.refused": {
    sentence: "{host} recusou a instalação: {because}.",
    fix: "O site mantém o certificado atual. Corrija no servidor o que está indicado.",
  },
  "host.config-broken": {
    sentence: "Em {host}, o próprio teste de configuração do servidor web já falha: {because}.",
    fix: "Corrija primeiro a configuração; nada foi tocado.",
  },
  "host.malformed-answer": {
    sentence: "{host} respondeu algo que não é a API dele: {because}.",
    fix: "Confira o endereço e a versão do servidor na configuração.",
  },
  "host.plan-stale": {
    sentence: "O site em {host} mudou enquanto a instalação era preparada.",
    fix: "Nada a fazer: a instalação é planejada de novo.",
  },
  "ssh.host-key-unknown": {
    sentence: "A chave de host de {host} ainda não é conhecida; ele mostra {fingerprint}.",
    fix: "Quem administra o servidor compara esta impressão digital com a do servidor e então cadastra {host}.",
  },
  "ssh.host-key-changed": {
    sentence: "{host} mostra a chave de host {seen}, e era esperada {known}. Nada foi enviado a ele.",
    fix: "Descubra por que a chave mudou; se a mudança estiver certa, cadastre o servidor de novo.",
  },
  "ssh.nothing-in-common": {
    sentence: "{host} e nós não temos nada em comum ({kind}); ele oferece {offered}.",
    fix: "Use o ssh do sistema para este servidor, ou ative nele um algoritmo atual.",
  },
  "install.not-proven": {
    sentence: "{name} não foi visto com o novo certificado: {because}.",
    fix: "O certificado anterior foi recolocado. Confira o que está indicado; tentamos de novo por conta própria.",
  },
  "key.lost": {
    sentence: "A chave privada deste certificado não existe mais: {because}.",
    fix: "Nada a fazer: uma chave nova é criada e o certificado é reemitido.",
  },
  "vault.unreadable": {
    sentence: "Um segredo lacrado não pode ser aberto: {because}.",
    fix: "Recoloque no lugar o arquivo de chave que pertence a esta pasta de dados.",
  },
  "store.stale": {
    sentence: "{document} foi alterado por outra pessoa nesse meio-tempo.",
    fix: "Nada a fazer: é lido de novo.",
  },
  "store.locked": {
    sentence: "A pasta de dados {folder} está em uso por outro processo{holder}.",
    fix: "Pare esse processo, ou use outra pasta.",
  },
  "store.corrupt": {
    sentence: "{document} não pode ser lido: {because}.",
    fix: "Restaure o arquivo de um backup; os outros não foram afetados.",
  },
  "store.full": {
    sentence: "O disco em {folder} não aceitou a alteração: {because}.",
    fix: "Libere espaço; nada ficou escrito pela metade.",
  },
  "mailer.unreachable": {
    sentence: "O servidor de e-mail não aceitou a mensagem: {because}.",
    fix: "Nada a fazer: ela será enviada mais tarde.",
  },
  "capability.unsupported": {
    sentence: "Isto não é possível: {because}.",
    fix: "Escolha outro caminho; a página do pedido mostra o que é possível.",
  },
};
