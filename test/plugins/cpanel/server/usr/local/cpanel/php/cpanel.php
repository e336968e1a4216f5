<?php

declare(strict_types=1);

/** Stands for the panel's own class: answers as ANSWERS says, in JSON by `Module::function`, and frames pages. */
final class CPANEL
{
    /** @return array<string, mixed> */
    public function uapi(string $module, string $function, array $arguments = []): array
    {
        $answers = json_decode((string) getenv('ANSWERS'), true);
        $name = implode('::', [$module, $function, ...array_values($arguments)]);
        return ['cpanelresult' => ['result' => $answers[$name] ?? ['status' => 0, 'errors' => ['Unknown'], 'data' => null]]];
    }

    public function header(string $title): string
    {
        return "<!doctype html><html><head><title>$title</title></head><body><header>cPanel</header>";
    }

    public function footer(): string
    {
        return '<footer>cPanel</footer></body></html>';
    }

    public function end(): void
    {
        print "\n<!-- closed -->\n";
    }
}
