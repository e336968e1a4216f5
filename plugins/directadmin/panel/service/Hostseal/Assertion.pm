# Assertions with which this server vouches for whoever is logged in: a JWS in compact form (RFC 7515), signed with the
# key of the server.
package Hostseal::Assertion;
use strict;
use warnings;
use Digest::SHA qw(hmac_sha256);
use JSON::PP;
use MIME::Base64 qw(decode_base64 encode_base64);

my $LIFE         = 60;
my $SHORTEST_KEY = 32;
my $NUMBER_BYTES = 16;

sub to_base64url {
    my ($bytes) = @_;
    my $text = encode_base64($bytes, "");
    $text =~ tr{+/}{-_};
    $text =~ s/=+\z//;
    return $text;
}

sub from_base64url {
    my ($text) = @_;
    $text =~ tr{-_}{+/};
    return decode_base64($text);
}

sub random_number {
    open(my $source, "<:raw", "/dev/urandom") or die "there is no randomness\n";
    read($source, my $bytes, $NUMBER_BYTES) == $NUMBER_BYTES or die "there is no randomness\n";
    return to_base64url($bytes);
}

# The assertion for these claims; the key is written as base64url, as it lies in its file.
sub sign {
    my ($claims, $key) = @_;
    my $bytes = from_base64url($key);
    length $bytes >= $SHORTEST_KEY or die "the key of this server is too short\n";
    my $json   = JSON::PP->new->canonical->utf8;
    my $header = { alg => "HS256", kid => "server", typ => "hostseal-sign-on+jwt" };
    my $signed = join ".", map { to_base64url($json->encode($_)) } $header, $claims;
    return "$signed." . to_base64url(hmac_sha256($signed, $bytes));
}

# Signs claims that hold from now on.
sub sign_now {
    my ($settings, $claims) = @_;
    my $now   = time;
    my %whole = (
        aud => $settings->{app_url},
        iss => $settings->{server_id},
        iat => $now,
        exp => $now + $LIFE,
        jti => random_number(),
        %{$claims},
    );
    return sign(\%whole, $settings->{key});
}

1;
