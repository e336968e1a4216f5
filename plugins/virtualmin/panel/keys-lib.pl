# Private keys that are made here and never leave. Knows nothing of Webmin.
package hostseal;
use strict;
use warnings;

my $LONGEST_COMMON_NAME = 64;
my $REFERENCE_BYTES = 12;
my %ALGORITHMS = (
	"rsa-2048" => [ "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048" ],
	"rsa-3072" => [ "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072" ],
	"rsa-4096" => [ "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:4096" ],
	"ec-p256" => [ "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256" ],
	"ec-p384" => [ "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384" ],
	);

# What a program prints; dies when it fails. No shell reads the arguments.
sub printed_by
{
my (@command) = @_;
my $pid = open(my $out, "-|");
defined($pid) || die "no process: $!\n";
if (!$pid) {
	open(STDERR, ">", "/dev/null");
	exec(@command) || exit(127);
	}
local $/ = undef;
my $text = <$out>;
close($out) || die "$command[0] $command[1] failed\n";
return $text;
}

# Where the key with a reference lies below a folder: of one domain, under a number of its own.
sub key_file
{
my ($folder, $reference) = @_;
my ($domain, $number) = ($reference // "") =~ /^(\d{1,20})-([0-9a-f]{24})$/ or return undef;
return wantarray ? ("$folder/$domain/$number.pem", $domain) : "$folder/$domain/$number.pem";
}

# Makes a key for a domain, and a request for names with it.
sub make_key
{
my ($folder, $id, $type, @names) = @_;
my $algorithm = $ALGORITHMS{$type // ""} || die "key-type: $type is not known\n";
my @strange = grep { !/^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/ } @names;
die "names: they are not those of a certificate\n" if (!@names || @strange);
my $reference = $id."-".unpack("H*", random_bytes($REFERENCE_BYTES));
my $file = key_file($folder, $reference);
make_private_folder("$folder/$id");
write_private($file, printed_by("openssl", "genpkey", @$algorithm));
my $subject = length($names[0]) <= $LONGEST_COMMON_NAME ? "/CN=$names[0]" : "/";
my $san = "subjectAltName=".join(",", map { "DNS:$_" } @names);
my $csr = eval { printed_by("openssl", "req", "-new", "-key", $file, "-subj", $subject, "-addext", $san) };
if (!$csr) {
	unlink($file);
	die "openssl makes no request\n";
	}
return { 'csr' => $csr, 'reference' => $reference };
}

1;
