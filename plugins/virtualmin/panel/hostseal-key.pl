#!/usr/bin/perl
# Makes a private key for a domain and a request for names with it, or forgets one.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
require(dirname(__FILE__)."/program-lib.pl");
our $keys_folder;

my $flags = read_flags([ "domain", "owner", "type", "names", "forget" ], []);
if (defined($flags->{'forget'})) {
	my ($file, $id) = key_file($keys_folder, $flags->{'forget'});
	my $d = $file ? &virtual_server::get_domain($id) : undef;
	my $theirs = $d && $d->{'user'} eq ($flags->{'owner'} // "") && &virtual_server::can_edit_domain($d);
	unlink($file) if ($theirs && &virtual_server::can_edit_ssl());
	answer({});
	}
else {
	my $d = domain_meant($flags);
	my @names = split(/,/, $flags->{'names'} // "");
	answer_with(sub { make_key($keys_folder, $d->{'id'}, $flags->{'type'}, @names) });
	}
