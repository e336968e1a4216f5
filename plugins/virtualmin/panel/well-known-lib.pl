# Validation files below a document root, written as the owner of the site, who
# can lead us nowhere with links that they could not go themselves. Knows nothing of Webmin.
package hostseal;
use strict;
use warnings;
use Digest::SHA qw(sha256_hex);

my $PATH = qr{^/\.well-known(?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+$};

sub is_well_known
{
my ($path) = @_;
return defined($path) && $path =~ $PATH && $path !~ /\n/;
}

# The path of a file below a root, whose folders are there afterwards.
sub file_with_folders
{
my ($root, $path) = @_;
my (undef, @parts) = split(/\//, $path);
my $name = pop(@parts);
my $folder = $root;
foreach my $part (@parts) {
	$folder .= "/$part";
	-d $folder || mkdir($folder, 0755) || die "path-taken: $folder: $!\n";
	}
return "$folder/$name";
}

sub write_validation
{
my ($root, $path, $body) = @_;
my $file = file_with_folders($root, $path);
-d $file && die "path-taken: a folder is there\n";
open(my $out, ">:raw", $file) || die "path-taken: $!\n";
print $out $body;
close($out) || die "path-taken: $!\n";
chmod(0644, $file);
}

sub remove_validation
{
my ($root, $path) = @_;
unlink($root.$path);
}

# Hex SHA-256 of what is there; nothing when no file is.
sub validation_digest
{
my ($root, $path) = @_;
my $content = -f $root.$path ? read_whole($root.$path) : undef;
return defined($content) ? sha256_hex($content) : undef;
}

# Runs something as a user, in a process of its own, and gives back the text it returns. What it dies of, we die of.
sub as_user
{
my ($uid, $gid, $work) = @_;
pipe(my $reader, my $writer) || die "no pipe: $!\n";
my $pid = fork();
defined($pid) || die "no process: $!\n";
if (!$pid) {
	close($reader);
	my $said = eval { become($uid, $gid); "+".($work->() // "") } // "-$@";
	print $writer $said;
	close($writer);
	require POSIX;
	POSIX::_exit(0);
	}
close($writer);
local $/ = undef;
my $said = <$reader> // "";
close($reader);
waitpid($pid, 0);
$said =~ s/^\+// || die(substr($said, 1) || "it ended without a word\n");
return $said;
}

sub become
{
my ($uid, $gid) = @_;
return if ($> != 0);
$uid && $gid || die "path-not-allowed: this site belongs to root\n";
$( = $gid;
$) = "$gid $gid";
($<, $>) = ($uid, $uid);
$> == $uid && $< == $uid || die "cannot become user $uid\n";
umask(0022);
}

1;
