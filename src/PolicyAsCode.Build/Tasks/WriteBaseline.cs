using Microsoft.Build.Framework;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Build;

/// <summary>
/// Keeps the baseline of a project: writes it for all findings there are, when somebody asks; otherwise takes out what no
/// finding matches any more, and never adds.
/// </summary>
public sealed class WriteBaseline : PolicyTask
{
    // The name that the rules give it (PolicyAsCode.Analyzers, Baseline).
    private const string Property = "privacyBaseline";

    /// <summary>The compiler's error log, in which accepted findings carry their fingerprint.</summary>
    [Required]
    public string ErrorLog { get; set; } = "";

    /// <summary>The baseline; it goes away with its last entry.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>Whether all findings are accepted, and not only those that were before.</summary>
    public bool Update { get; set; }

    private protected override Message Loss => Say.This("NoBaseline");

    private protected override void Run()
    {
        var (found, ruleFailed) = ErrorLogReader.Read(ErrorLog, Property);
        var before = BaselineFile.Read(File);
        var now = BaselineFile.Count(found);
        if (!Update)
        {
            // What a rule that failed would have found is not known to be mended.
            if (ruleFailed)
                return;
            foreach (var entry in now.ToList())
                if (!before.TryGetValue(entry.Key, out var accepted))
                    now.Remove(entry.Key);
                else if (accepted < entry.Value)
                    now[entry.Key] = accepted;
        }
        if (now.SequenceEqual(before))
            return;

        Write(now);
        var gone = before.Sum(entry => Math.Max(0, entry.Value - (now.TryGetValue(entry.Key, out var left) ? left : 0)));
        Log.LogMessage(
            MessageImportance.High, "{0}",
            Say.This("BaselineWritten", Path.GetFileName(File), now.Values.Sum(), gone, now.Values.Sum() - before.Values.Sum() + gone)
                .In(Told));
    }

    private void Write(SortedDictionary<string, int> entries)
    {
        if (entries.Count == 0)
        {
            System.IO.File.Delete(File);
            return;
        }
        // What is taken out changes nothing of what was compiled: a time that stays compiles nothing again.
        var time = !Update && System.IO.File.Exists(File) ? System.IO.File.GetLastWriteTimeUtc(File) : (DateTime?)null;
        OutputFile.WriteWhenDifferent(File, BaselineFile.Text(entries));
        if (time is { } kept)
            System.IO.File.SetLastWriteTimeUtc(File, kept);
    }
}
