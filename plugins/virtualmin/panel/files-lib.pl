# Files that only root reads. Knows nothing of Webmin.
package hostseal;
use strict;
use warnings;
use Fcntl qw(O_CREAT O_EXCL O_NOFOLLOW O_TRUNC O_WRONLY);

sub read_whole
{
my ($path) = @_;
open(my $file, "<:raw", $path) || return undef;
local $/ = undef;
my $content = <$file>;
close($file);
return $content;
}

# All of it or nothing: a file that is cut off is never seen under its name.
sub write_private
{
my ($path, $content) = @_;
my $new = "$path.new";
unlink($new);
sysopen(my $file, $new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600) || die "cannot write $new: $!\n";
binmode($file);
print $file $content;
close($file) || die "cannot write $new: $!\n";
rename($new, $path) || die "cannot write $path: $!\n";
}

# Makes a folder and those above it, for root alone.
sub make_private_folder
{
my ($path) = @_;
return if (-d $path);
my ($above) = $path =~ m{^(.*)/[^/]+$};
make_private_folder($above) if ($above);
mkdir($path, 0700) || -d $path || die "cannot make $path: $!\n";
}

# Removes a folder of plain files.
sub remove_folder
{
my ($path) = @_;
foreach my $file (glob("$path/*")) {
	-d $file && !-l $file ? remove_folder($file) : unlink($file);
	}
rmdir($path);
}

1;
