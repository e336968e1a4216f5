#!/usr/bin/perl
# Writes or removes a validation file of a domain, and tells what is there afterwards.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
use MIME::Base64 ();
require(dirname(__FILE__)."/program-lib.pl");

my $flags = read_flags([ "domain", "owner", "path", "body" ], [ "remove" ]);
my $d = domain_meant($flags);
my ($path, $body) = ($flags->{'path'}, $flags->{'body'} // "");
is_well_known($path) || refuse("path-not-allowed: not below /.well-known/");
$flags->{'remove'} || $body =~ s/^base64:// || refuse_plainly("Missing --body parameter");
&virtual_server::domain_has_website($d) || refuse("path-not-allowed: this domain has no website");
my $root = &virtual_server::public_html_dir($d);
answer_with(sub {
	my $digest = as_user($d->{'uid'}, $d->{'gid'}, sub {
		$flags->{'remove'} ? remove_validation($root, $path)
				   : write_validation($root, $path, MIME::Base64::decode_base64($body));
		return validation_digest($root, $path);
		});
	return { 'sha256' => $digest eq "" ? undef : $digest };
	});
