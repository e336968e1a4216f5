<?php

/** Forgets a key, with the certificates in the repository that hold it, unless one of them is in use. */
final class Modules_Hostseal_Errand_ForgetKey
{
    private const DONE = ['done' => 'yes'];

    public function run(Modules_Hostseal_Parameters $parameters): array
    {
        $account = $parameters->account();
        $reference = $parameters->text('reference');
        $key = Modules_Hostseal_KeyCabinet::get($reference);
        if ($key === null || $key['account'] !== (int) $account->getId()) {
            return self::DONE;
        }
        $domains = pm_Domain::getDomainsByClient($account);
        if (array_intersect($key['uses'], $this->namesInUse($domains)) !== []) {
            throw new Modules_Hostseal_Refusal('key-in-use');
        }
        $this->discard($key['uses'], $domains);
        Modules_Hostseal_KeyCabinet::forget($reference);
        return self::DONE;
    }

    /**
     * @param pm_Domain[] $domains
     * @return string[]
     */
    private function namesInUse(array $domains): array
    {
        $names = [];
        foreach ($domains as $domain) {
            foreach ([$domain->getHostingCertificate(), $domain->getMailCertificate(), $domain->getWebmailCertificate()] as $certificate) {
                if ($certificate !== null) {
                    $names[] = $certificate->getName();
                }
            }
        }
        return $names;
    }

    /**
     * @param string[] $names
     * @param pm_Domain[] $domains
     */
    private function discard(array $names, array $domains): void
    {
        foreach ($domains as $domain) {
            $repository = new Modules_Hostseal_Repository($domain->getName());
            array_map([$repository, 'remove'], $names);
        }
    }
}
