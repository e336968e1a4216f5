<?php

declare(strict_types=1);

namespace Hostseal;

/** The pages a customer may see: a form that sends itself to the app, or a sentence that says why not. */
final class Page
{
    /** @param array<string, string> $words */
    public static function form(AccountKey $key, string $assertion, array $words, string $nonce): string
    {
        $isFramed = $key->isFramed();
        $action = self::text($key->app() . '/panel/sign-on');
        $target = $isFramed ? ' target="hostseal"' : '';
        $frame = $isFramed
            ? '<iframe name="hostseal" title="' . self::text($words['title']) . '" style="width:100%;height:80vh;border:0"></iframe>'
            : '';
        return '<p>' . self::text($words['going']) . '</p>'
            . '<form id="hostseal" method="post" action="' . $action . '"' . $target . '>'
            . '<input type="hidden" name="assertion" value="' . self::text($assertion) . '">'
            . '<button>' . self::text($words['go']) . '</button></form>' . $frame
            . '<script nonce="' . $nonce . '">document.getElementById("hostseal").submit()</script>';
    }

    public static function sentence(string $sentence): string
    {
        return '<p>' . self::text($sentence) . '</p>';
    }

    /** A page of its own, without the panel around it. */
    public static function whole(string $title, string $content): string
    {
        return '<!doctype html><html><head><meta charset="utf-8"><title>' . self::text($title) . '</title></head>'
            . '<body>' . $content . '</body></html>';
    }

    /** Nothing but our script runs, and the form goes nowhere but to the app. */
    public static function policy(string $app, string $nonce): string
    {
        return "default-src 'none'; script-src 'nonce-$nonce'; form-action $app; base-uri 'none'; frame-ancestors 'self'";
    }

    private static function text(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
}
