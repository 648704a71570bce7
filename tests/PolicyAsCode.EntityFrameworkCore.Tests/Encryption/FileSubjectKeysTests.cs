using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>Keys in a folder: several processes, crashes at every step, who can read it, and that gone is gone.</summary>
public sealed class FileSubjectKeysTests : IDisposable
{
    private const string Child = "POLICYASCODE_TEST_KEYS";
    private static readonly PrivacySubject s_budi = new("customer", "1");

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"policy-keys-{Guid.NewGuid():N}");

    public FileSubjectKeysTests() => FileSubjectKeys.Initialise(_folder);

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_key_is_found_again_by_whoever_comes_later()
    {
        var key = Open().Obtain(s_budi);
        var again = Open();
        Assert.Equal(key.Id, again.Obtain(s_budi).Id);
        Assert.Equal(key.Material.ToArray(), again.Find(key.Id)!.Material.ToArray());
        Assert.Equal(s_budi, again.Find(key.Id)!.Subject);
        Assert.NotEqual(key.Id, again.Obtain(new("customer", "2")).Id);
        Assert.NotEqual(key.Id, again.Obtain(new("staff", "1")).Id);
        Assert.Equal(Open().IndexKey().ToArray(), again.IndexKey().ToArray());
    }

    [Fact]
    public void A_folder_that_nobody_initialised_is_refused_and_left_alone()
    {
        var missing = Path.Combine(_folder, "not-mounted");
        var error = Assert.Throws<InvalidOperationException>(() => new FileSubjectKeys(missing, new TestWrapper()));
        Assert.False(Directory.Exists(missing));
        Directory.CreateDirectory(missing);
        Assert.Throws<InvalidOperationException>(() => new FileSubjectKeys(missing, new TestWrapper()));
        Assert.Empty(Directory.GetFileSystemEntries(missing));
        // Both causes: it is the first use, or the volume is away.
        Assert.Contains("FileSubjectKeys.Initialise(folder)", error.Message, StringComparison.Ordinal);
        Assert.Contains("not mounted", error.Message, StringComparison.Ordinal);
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);

        FileSubjectKeys.Initialise(missing);
        Assert.NotNull(new FileSubjectKeys(missing, new TestWrapper()).Obtain(s_budi));
        // Not a step of every start.
        Assert.Throws<InvalidOperationException>(() => FileSubjectKeys.Initialise(missing));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_volume_that_goes_meanwhile_is_not_taken_for_deleted_keys(bool leavesAnEmptyFolder)
    {
        var keys = Open(TimeSpan.Zero);
        var key = keys.Obtain(s_budi);
        var away = _folder + "-away";
        Directory.Move(_folder, away);
        try
        {
            if (leavesAnEmptyFolder)
                Directory.CreateDirectory(_folder);
            Assert.Throws<InvalidOperationException>(() => keys.Find(key.Id));
            Assert.Throws<InvalidOperationException>(() => keys.List(s_budi));
            Assert.Throws<InvalidOperationException>(() => keys.Obtain(s_budi));
            Assert.Throws<InvalidOperationException>(() => keys.Retire(s_budi, "e1"));
            Assert.Throws<InvalidOperationException>(() => keys.Delete(s_budi));
            Assert.Throws<InvalidOperationException>(() => keys.Superseded().ToList());
            Assert.Throws<InvalidOperationException>(() => keys.IndexKey());
            if (leavesAnEmptyFolder)
                Assert.Empty(Directory.GetFileSystemEntries(_folder));
        }
        finally
        {
            if (Directory.Exists(_folder))
                Directory.Delete(_folder, recursive: true);
            Directory.Move(away, _folder);
        }

        Assert.Equal(key.Id, keys.Obtain(s_budi).Id);
    }

    [Fact]
    public void A_guid_is_the_same_person_however_it_is_written()
    {
        var id = Guid.NewGuid();
        Assert.Equal(Open().Obtain(new("customer", id.ToString("D"))).Id, Open().Obtain(new("customer", id.ToString("B").ToUpperInvariant())).Id);
    }

    [Theory]
    [InlineData("../../etc/passwd0000000")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public void Another_name_finds_nothing(string keyId) => Assert.Null(Open().Find(keyId));

    [Fact]
    public void A_rotated_key_still_opens_until_it_is_deleted()
    {
        var keys = Open();
        var old = keys.Obtain(s_budi);
        var now = keys.Rotate(s_budi, once: "a");
        Assert.Equal(now.Id, keys.Rotate(s_budi, once: "a").Id);
        Assert.Equal(now.Id, keys.Obtain(s_budi).Id);
        Assert.Equal(now.Id, Open().Obtain(s_budi).Id);
        Assert.Equal([old.Id, now.Id], Open().List(s_budi).Select(key => key.KeyId));
        Assert.Equal((old.Id, s_budi), Open().Superseded().Select(key => (key.KeyId, key.Subject)).Single());
        Assert.NotNull(Open().Find(old.Id));
        Assert.Throws<InvalidOperationException>(() => keys.DeleteSuperseded(s_budi, now.Id));
        Assert.True(keys.DeleteSuperseded(s_budi, old.Id));
        Assert.False(keys.DeleteSuperseded(s_budi, old.Id));
        Assert.Null(keys.Find(old.Id));
        Assert.Empty(Open().Superseded());
        Assert.NotEqual(now.Id, keys.Rotate(s_budi, once: "b").Id);
    }

    [Fact]
    public void What_is_deleted_is_gone_and_the_next_key_is_another()
    {
        var keys = Open();
        var old = keys.Obtain(s_budi);
        var older = keys.Rotate(s_budi);
        Assert.True(keys.Delete(s_budi));
        Assert.Null(keys.Find(old.Id));
        Assert.Null(keys.Find(older.Id));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "keys")));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "subjects")));
        Assert.False(keys.Delete(s_budi));
        Assert.NotEqual(old.Id, keys.Obtain(s_budi).Id);
    }

    [Fact]
    public void A_deletion_that_was_cut_short_is_finished_by_the_next()
    {
        var keys = Open(TimeSpan.Zero);
        keys.Obtain(s_budi);
        keys.Rotate(s_budi);
        keys.Rotate(s_budi);
        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "keys")).Order(StringComparer.Ordinal).Take(1))
            File.Delete(file);
        keys.Delete(s_budi);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "keys")));

        // All keys gone and the list still there: the person gets a new key, and the list is theirs alone.
        var key = keys.Obtain(s_budi);
        File.Delete(Directory.GetFiles(Path.Combine(_folder, "keys")).Single());
        Assert.Null(keys.Find(key.Id));
        Assert.Empty(keys.List(s_budi));
        Assert.NotEqual(key.Id, keys.Obtain(s_budi).Id);
        Assert.Single(keys.List(s_budi));
    }

    [Fact]
    public void A_retired_key_has_no_newer_one_until_somebody_seals()
    {
        var keys = Open();
        keys.Retire(s_budi, "e1");
        Assert.Empty(keys.List(s_budi));
        var old = keys.Obtain(s_budi);
        keys.Retire(s_budi, "e1");
        var since = Assert.Single(Open().Superseded());
        Assert.Equal((old.Id, s_budi), (since.KeyId, since.Subject));
        keys.Retire(s_budi, "e2");
        // The grace does not begin anew.
        Assert.Equal(since, Assert.Single(keys.List(s_budi)));
        Assert.NotNull(keys.Find(old.Id));

        var next = keys.Obtain(s_budi);
        Assert.NotEqual(old.Id, next.Id);
        keys.Retire(s_budi, "e2");
        Assert.Equal(next.Id, Open().Obtain(s_budi).Id);
        Assert.True(keys.DeleteSuperseded(s_budi, old.Id));
        Assert.Equal(next.Id, Assert.Single(keys.List(s_budi)).KeyId);
        keys.Retire(s_budi, "e3");
        Assert.True(keys.DeleteSuperseded(s_budi, next.Id));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "subjects")));

        // What a crash has left of a deletion.
        var cut = keys.Obtain(s_budi);
        File.Delete(Directory.GetFiles(Path.Combine(_folder, "keys")).Single());
        keys.Retire(s_budi, "e4");
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "subjects")));
        Assert.NotEqual(cut.Id, keys.Obtain(s_budi).Id);
    }

    [Fact]
    public void Another_process_forgets_a_deleted_key_after_a_while()
    {
        var clock = new MovingTime();
        var (here, there) = (Open(time: clock), Open(time: clock));
        var key = here.Obtain(s_budi);
        Assert.NotNull(there.Find(key.Id));
        here.Delete(s_budi);
        Assert.Null(here.Find(key.Id));
        clock.Pass(TimeSpan.FromSeconds(61));
        Assert.Null(there.Find(key.Id));
    }

    [Fact]
    public void Nothing_in_the_folder_says_whose_a_key_is_or_what()
    {
        var key = Open().Obtain(new("customer", "budi-santoso"));
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var content = File.ReadAllBytes(file);
            Assert.True(content.AsSpan().IndexOf(key.Material.Span) < 0);
            Assert.True(content.AsSpan().IndexOf("budi-santoso"u8) < 0);
            Assert.DoesNotContain(".part", file, StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void A_file_that_was_put_in_the_place_of_another_is_refused()
    {
        var keys = Open(TimeSpan.Zero);
        var (one, other) = (keys.Obtain(s_budi), keys.Obtain(new("customer", "2")));
        File.Copy(Path_(other), Path_(one), overwrite: true);
        Assert.Throws<InvalidDataException>(() => keys.Find(one.Id));

        string Path_(SealingKey key) => Path.Combine(
            _folder, "keys", Convert.ToHexStringLower(System.Buffers.Text.Base64Url.DecodeFromChars(key.Id)));
    }

    [Fact]
    public async Task Threads_that_need_a_key_at_once_get_the_same()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Open().Obtain(s_budi).Id)));
        Assert.Single(ids.Distinct());
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "keys")));
    }

    [Fact]
    public async Task Processes_that_need_a_key_at_once_get_the_same()
    {
        Open();
        var processes = Enumerable.Range(0, 3).Select(_ => Start()).ToList();
        var lines = await Task.WhenAll(processes.Select(process => process.StandardOutput.ReadToEndAsync()));
        foreach (var process in processes)
            await process.WaitForExitAsync();
        var ids = lines.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(3 * 20, ids.Count);
        // Twenty people, one key each, whichever process made it.
        Assert.Equal(20, ids.Distinct().Count());
        Assert.Equal(20, Directory.GetFiles(Path.Combine(_folder, "keys")).Length);
    }

    /// <summary>The other processes of the test above: this assembly, which does only this where it is told to.</summary>
    [ModuleInitializer]
    internal static void RunChild()
    {
        if (Environment.GetEnvironmentVariable(Child) is not { Length: > 0 } folder)
            return;
        var keys = new FileSubjectKeys(folder, new TestWrapper());
        for (var person = 0; person < 20; person++)
            Console.WriteLine(keys.Obtain(new("customer", "p" + person)).Id);
        Environment.Exit(0);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(FileSubjectKeysTests).Assembly.Location])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[Child] = _folder;
        return Process.Start(start)!;
    }

    private FileSubjectKeys Open(TimeSpan? cacheFor = null, TimeProvider? time = null) => new(_folder, new TestWrapper(), time, cacheFor);
}
