# What the pages say, in the language of whoever is logged in.
package Words;
use strict;
use warnings;

my %WORDS = (
    en => {
        title   => "SSL certificates",
        going   => "You are being signed on to your certificates.",
        go      => "Continue to your SSL certificates",
        refused => "You could not be signed on. Go back, reload the page, and try again. If that does not help, tell your provider:",
    },
    de => {
        title   => "SSL-Zertifikate",
        going   => "Sie werden bei Ihren Zertifikaten angemeldet.",
        go      => "Weiter zu Ihren SSL-Zertifikaten",
        refused => "Die Anmeldung ist nicht gelungen. Gehen Sie zur\x{fc}ck, laden Sie die Seite neu und versuchen Sie es noch einmal. Hilft das nicht, nennen Sie Ihrem Anbieter:",
    },
);

# The language as BCP 47; English when the panel says none.
sub locale {
    my ($language) = @_;
    my ($tag) = ($language // "") =~ /^([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)/;
    return "en" unless defined $tag;
    $tag =~ tr/_/-/;
    return $tag;
}

sub in_language {
    my ($locale) = @_;
    my ($first) = split(/-/, lc $locale);
    return $WORDS{$first} // $WORDS{en};
}

sub escaped {
    my ($text) = @_;
    my %entities = ("&" => "&amp;", "<" => "&lt;", ">" => "&gt;", '"' => "&quot;", "'" => "&#39;");
    $text =~ s/([&<>"'])/$entities{$1}/g;
    return $text;
}

1;
