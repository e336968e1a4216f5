# Assertions with which this server vouches for whoever is logged in: a JWS in
# compact form, signed with the key of the server. Knows nothing of Webmin.
package hostseal;
use strict;
use warnings;
use Digest::SHA qw(hmac_sha256);
use JSON::PP;
use MIME::Base64 ();

my $LIFE = 60;
my $SHORTEST_KEY = 32;
my $NUMBER_BYTES = 16;

# Members in alphabetical order and without spaces, as every other side writes them.
my $JSON = JSON::PP->new->canonical->utf8;

sub to_base64url
{
my ($bytes) = @_;
my $text = MIME::Base64::encode_base64($bytes, "");
$text =~ tr{+/}{-_};
$text =~ s/=+$//;
return $text;
}

sub from_base64url
{
my ($text) = @_;
$text =~ tr{-_}{+/};
return MIME::Base64::decode_base64($text);
}

sub random_bytes
{
my ($count) = @_;
open(my $source, "<:raw", "/dev/urandom") || die "no randomness: $!\n";
read($source, my $bytes, $count) == $count || die "no randomness: $!\n";
close($source);
return $bytes;
}

# The assertion for these claims. The key is written as base64url, as it lies in its file.
sub sign_assertion
{
my ($claims, $key) = @_;
my $bytes = from_base64url($key);
length($bytes) >= $SHORTEST_KEY || die "the sign-on key is too short\n";
my $header = { 'alg' => "HS256", 'kid' => "server", 'typ' => "hostseal-sign-on+jwt" };
my $signed = join(".", map { to_base64url($JSON->encode($_)) } ($header, $claims));
return $signed.".".to_base64url(hmac_sha256($signed, $bytes));
}

# Claims for right now: who is there (sub), as what (role), and what else is to be told.
sub claims_now
{
my ($audience, $server, $more) = @_;
my $now = time();
return { 'aud' => $audience, 'iss' => $server, 'iat' => $now, 'exp' => $now + $LIFE,
	 'jti' => to_base64url(random_bytes($NUMBER_BYTES)), %$more };
}

# What Webmin calls a language, as BCP 47.
sub to_locale
{
my ($lang) = @_;
$lang =~ s/\..*$//;
$lang =~ tr/_/-/;
return $lang =~ /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i ? $lang : "en";
}

1;
