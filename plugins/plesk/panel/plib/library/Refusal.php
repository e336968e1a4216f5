<?php

/** Why an errand is not run, in a word that the app knows; never a surprise of Plesk's. */
final class Modules_Hostseal_Refusal extends RuntimeException
{
    private string $word;

    public function __construct(string $word, string $because = '')
    {
        parent::__construct($because);
        $this->word = $word;
    }

    public function getWord(): string
    {
        return $this->word;
    }
}
