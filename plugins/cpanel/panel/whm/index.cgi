#!/usr/local/cpanel/3rdparty/bin/perl

# The page of the server's administrator in WHM: connects the server to Hostseal, and shows what waits. The address of the
# page carries the session's own token, as all of WHM.

use strict;
use warnings;
use FindBin ();
use lib "$FindBin::RealBin/../../../../../hostseal/lib", "$FindBin::RealBin/../../../..";
use Hostseal::Accounts qw(accounts);
use Hostseal::Keys qw(give_key);
use Hostseal::Settings qw(check_settings read_settings write_settings);
use Hostseal::Spool qw(messages);
use Whostmgr::ACLS ();

my $LONGEST_FORM = 16_384;

sub escape {
    my ($text) = @_;
    my %entities = ( '&' => '&amp;', '<' => '&lt;', '>' => '&gt;', '"' => '&quot;', "'" => '&#39;' );
    return ( $text // '' ) =~ s/([&<>"'])/$entities{$1}/gr;
}

sub answer {
    my ( $status, $content ) = @_;
    print "Status: $status\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n\r\n";
    print "<!doctype html><title>Hostseal SSL certificates</title><h1>Hostseal SSL certificates</h1>$content\n";
    exit 0;
}

sub form_fields {
    my $length = $ENV{CONTENT_LENGTH} // 0;
    return {} if ( $ENV{REQUEST_METHOD} // '' ) ne 'POST' || $length !~ /\A\d+\z/ || $length > $LONGEST_FORM;
    my $body = '';
    read STDIN, $body, $length;
    my %fields;
    for my $pair ( split /&/, $body ) {
        my ( $name, $value ) = map { tr/+/ /r =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ger } split /=/, $pair, 2;
        $fields{$name} = $value if defined $value;
    }
    return \%fields;
}

# The key is written and never shown; an empty field keeps the one that is there.
sub connect_with {
    my ($fields) = @_;
    my $present  = read_settings() // {};
    my %settings = map { $_ => $fields->{$_} // '' } qw(app server display);
    $settings{key}       = $fields->{key} || $present->{key} || '';
    $settings{return_to} = $fields->{return_to} if $fields->{return_to};
    my $wrong = check_settings( \%settings );
    return $wrong if defined $wrong;
    write_settings( \%settings );
    my @late = grep { !give_key( $_, \%settings ) } accounts();
    return @late ? 'Without a key: ' . join( ', ', map { $_->{name} } @late ) : 'Connected.';
}

sub form {
    my ($settings) = @_;
    my %shown = map { $_ => escape( $settings->{$_} ) } qw(app server return_to);
    my $framed = ( $settings->{display} // '' ) eq 'frame' ? ' selected' : '';
    my $hint   = $settings->{key} ? 'unchanged' : 'as Hostseal shows it';
    return <<"HTML";
<form method="post">
<p><label>Address of Hostseal <input name="app" type="url" required value="$shown{app}"></label></p>
<p><label>Name of this server there <input name="server" required value="$shown{server}"></label></p>
<p><label>Key of this server <input name="key" type="password" autocomplete="off" placeholder="$hint"></label></p>
<p><label>Address of this panel, for the way back <input name="return_to" type="url" value="$shown{return_to}"></label></p>
<p><label>Customers see it <select name="display"><option value="redirect">on a page of its own</option>
<option value="frame"$framed>inside cPanel</option></select></label></p>
<p><button>Connect</button></p>
</form>
HTML
}

Whostmgr::ACLS::init_acls();
answer( '403 Forbidden', '<p>Only administrators of the server may see this.</p>' ) if !Whostmgr::ACLS::checkacl('all');

my $fields = form_fields();
my $said   = %{$fields} ? '<p role="status">' . escape( connect_with($fields) ) . '</p>' : '';
my $count  = scalar( () = messages() );
answer( '200 OK', $said . form( read_settings() // {} ) . "<p>Messages about accounts that wait: $count</p>" );
