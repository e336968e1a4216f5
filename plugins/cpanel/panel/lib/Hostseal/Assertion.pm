package Hostseal::Assertion;

# What the server says to the app and signs: a JWS in compact form (RFC 7515 section 3.1).

use strict;
use warnings;
use Digest::SHA qw(hmac_sha256);
use Encode qw(encode_utf8);
use Exporter qw(import);
use JSON::PP ();
use MIME::Base64 qw(decode_base64url encode_base64url);

our @EXPORT_OK = qw(account_key is_key write_assertion);

my $LABEL        = 'hostseal account key 1';
my $SHORTEST_KEY = 32;

sub is_key {
    my ($key) = @_;
    return $key =~ /\A[\w-]{43,}\z/a && length( decode_base64url($key) ) >= $SHORTEST_KEY;
}

sub _key_bytes {
    my ($key) = @_;
    die "A sign-on key has at least 32 bytes\n" if !is_key($key);
    return decode_base64url($key);
}

# The key of one account, which vouches for nobody else.
sub account_key {
    my ( $server_key, $account, $generation ) = @_;
    return encode_base64url( hmac_sha256( encode_utf8("$LABEL\n$generation\n$account"), _key_bytes($server_key) ) );
}

sub _encode {
    my ($value) = @_;
    return encode_base64url( JSON::PP->new->canonical->utf8->encode($value) );
}

# $signer is `server`, or `account:` with the generation of the key.
sub write_assertion {
    my ( $claims, $signer, $key ) = @_;
    my $header = { alg => 'HS256', kid => $signer, typ => 'hostseal-sign-on+jwt' };
    my $signed = _encode($header) . '.' . _encode($claims);
    return $signed . '.' . encode_base64url( hmac_sha256( $signed, _key_bytes($key) ) );
}

1;
