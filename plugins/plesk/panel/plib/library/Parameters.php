<?php

/** The parameters of an errand as they came, and what they stand for once it is known that the caller may touch it. */
final class Modules_Hostseal_Parameters
{
    /** @var array<string, mixed> */
    private array $values;

    public function __construct(array $values)
    {
        $this->values = $values;
    }

    public function text(string $name): string
    {
        $value = $this->values[$name] ?? '';
        return is_scalar($value) ? (string) $value : '';
    }

    public function decoded(string $name): string
    {
        return (string) base64_decode($this->text($name), true);
    }

    /** The account it is about, for a caller who may act for it. */
    public function account(): pm_Client
    {
        try {
            $account = pm_Client::getByLogin($this->text('account'));
        } catch (pm_Exception $unknown) {
            throw new Modules_Hostseal_Refusal('account-unknown', $unknown->getMessage());
        }
        Modules_Hostseal_Caller::requireFor($account);
        return $account;
    }

    /** A site of that account. */
    public function site(): pm_Domain
    {
        $account = $this->account();
        try {
            $domain = pm_Domain::getByName($this->text('site'));
        } catch (pm_Exception $unknown) {
            throw new Modules_Hostseal_Refusal('site-unknown', $unknown->getMessage());
        }
        if ($domain->getClient()->getId() !== $account->getId()) {
            throw new Modules_Hostseal_Refusal('site-unknown');
        }
        return $domain;
    }
}
