<?php

/** Puts a certificate for a key that is kept here into the repository; making a site use it is Plesk's own call. */
final class Modules_Hostseal_Errand_InstallKept
{
    private const NAME = '/^hostseal-[0-9a-f-]{1,60}$/D';

    public function run(Modules_Hostseal_Parameters $parameters): array
    {
        $domain = $parameters->site();
        if (!Modules_Hostseal_Caller::may('manage_phosting')) {
            throw new Modules_Hostseal_Refusal('caller-refused', 'manage_phosting');
        }
        $name = $parameters->text('name');
        $reference = $parameters->text('reference');
        $key = Modules_Hostseal_KeyCabinet::get($reference);
        if ($key === null || $key['site'] !== (int) $domain->getId()) {
            throw new Modules_Hostseal_Refusal('key-unknown');
        }
        $certificate = $parameters->decoded('certificate');
        if (preg_match(self::NAME, $name) !== 1 || !openssl_x509_check_private_key($certificate, $key['pem'])) {
            throw new Modules_Hostseal_Refusal('certificate-refused', 'It is not for this key');
        }
        $key['uses'] = array_values(array_unique([...$key['uses'], $name]));
        Modules_Hostseal_KeyCabinet::put($reference, $key);
        $repository = new Modules_Hostseal_Repository($domain->getName());
        $repository->install($name, $key['pem'], $certificate, $parameters->decoded('chain'));
        return ['done' => 'yes'];
    }
}
