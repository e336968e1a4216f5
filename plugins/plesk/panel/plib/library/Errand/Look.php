<?php

/** Which certificates a site uses. No private key is read, let alone told. */
final class Modules_Hostseal_Errand_Look
{
    public function run(Modules_Hostseal_Parameters $parameters): array
    {
        $domain = $parameters->site();
        $hosting = $domain->getHostingCertificate();
        return [
            'id' => (string) $domain->getId(),
            'ssl' => $domain->hasSsl() ? 'true' : 'false',
            'certificate' => $hosting === null ? '' : $hosting->getName(),
            'pem' => $hosting === null ? '' : base64_encode($hosting->getCert()),
            'mail' => $this->nameOf($domain->getMailCertificate()),
            'webmail' => $this->nameOf($domain->getWebmailCertificate()),
        ];
    }

    private function nameOf(?object $certificate): string
    {
        return $certificate === null ? '' : $certificate->getName();
    }
}
