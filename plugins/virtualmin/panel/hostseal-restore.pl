#!/usr/bin/perl
# Puts back what was kept under a receipt, where ours still stands. Without anything kept it does nothing.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
require(dirname(__FILE__)."/program-lib.pl");
require(dirname(__FILE__)."/kept-lib.pl");

my $flags = read_flags([ "domain", "owner", "receipt", "sha256" ], []);
my $d = domain_meant($flags);
&virtual_server::set_all_null_print();
answer_with(sub {
	my $kept = kept_of($d);
	my $ours = $kept && $kept->{'receipt'} eq ($flags->{'receipt'} // "");
	if ($ours && (present_digest($d) // "") eq ($flags->{'sha256'} // "")) {
		put_back($d, $kept);
		}
	elsif ($ours) {
		put_back_request($d, $kept);
		&virtual_server::save_domain($d);
		}
	forget_kept($d) if ($ours);
	return { 'sha256' => present_digest($d), 'was_kept' => truth($ours) };
	});
