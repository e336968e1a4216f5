# The page that signs on: it asks the signer to vouch for this session, and the browser carries the assertion over.
# Runs as the customer, and knows no key.
package SignOn;
use strict;
use warnings;
use IO::Socket::UNIX;
use JSON::PP;
use Words;

my $SOCKET   = "/run/hostseal/signer.sock";
my $PATIENCE = 20;
my $LONGEST  = 16_384;

# What the signer answers; a refusal when there is none.
sub ask_signer {
    my ($wish) = @_;
    my $path   = ($ENV{HOSTSEAL_ROOT} // "") . $SOCKET;
    my $answer = eval {
        local $SIG{ALRM} = sub { die "late\n" };
        alarm $PATIENCE;
        my $socket = IO::Socket::UNIX->new(Peer => $path) or die "closed\n";
        print {$socket} JSON::PP->new->canonical->utf8->encode($wish), "\n";
        $socket->flush;
        read($socket, my $text, $LONGEST);
        alarm 0;
        JSON::PP->new->utf8->decode($text);
    };
    alarm 0;
    return ref $answer eq "HASH" ? $answer : { refused => "no-signer" };
}

sub nonce {
    open(my $source, "<:raw", "/dev/urandom") or die "no randomness\n";
    read($source, my $bytes, 16);
    return unpack("H*", $bytes);
}

sub form {
    my ($answer, $words, $nonce) = @_;
    my ($app, $assertion, $go) = map { Words::escaped($_) } ($answer->{app}, $answer->{assertion}, $words->{go});
    return <<"END";
<form id="sign-on" method="post" action="$app/panel/sign-on">
<input type="hidden" name="assertion" value="$assertion">
<button>$go</button>
</form>
<script nonce="$nonce">document.getElementById("sign-on").submit();</script>
END
}

sub refusal {
    my ($answer, $words) = @_;
    my ($sentence, $reason) = map { Words::escaped($_) } ($words->{refused}, $answer->{refused} // "malformed");
    return "<p>$sentence <code>$reason</code></p>\n";
}

sub document {
    my ($locale, $title, $content) = @_;
    return <<"END";
<!doctype html>
<html lang="$locale">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>$title</title></head>
<body>
<h1>$title</h1>
$content</body>
</html>
END
}

sub headers {
    my ($app, $nonce, $length) = @_;
    my $policy = "default-src 'none'; form-action $app; script-src 'nonce-$nonce'; base-uri 'none'; frame-ancestors 'self'";
    return join("\r\n",
        "HTTP/1.1 200 OK",
        "Content-Type: text/html; charset=utf-8",
        "Content-Length: $length",
        "Cache-Control: no-store",
        "Referrer-Policy: no-referrer",
        "Content-Security-Policy: $policy",
        "X-Content-Type-Options: nosniff",
        "Connection: close", "", "");
}

# The whole HTTP response for a level of the panel.
sub response {
    my ($level) = @_;
    my $locale  = Words::locale($ENV{LANGUAGE});
    my $words   = Words::in_language($locale);
    my $answer  = ask_signer({
        session_id  => $ENV{SESSION_ID}  // "",
        session_key => $ENV{SESSION_KEY} // "",
        level       => $level,
        locale      => $locale,
    });
    my $is_vouched = defined $answer->{assertion} && defined $answer->{app};
    my $nonce      = nonce();
    my $content    = $is_vouched ? form($answer, $words, $nonce) : refusal($answer, $words);
    my $document   = document(Words::escaped($locale), Words::escaped($words->{title}), $content);
    utf8::encode($document);
    return headers($is_vouched ? $answer->{app} : "'none'", $nonce, length $document) . $document;
}

1;
