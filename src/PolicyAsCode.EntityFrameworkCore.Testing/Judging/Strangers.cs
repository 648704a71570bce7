using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>What operations must say to whom asks for people that are not there, or of no kind that is known.</summary>
internal static class Strangers
{
    private const string Nobody = "nobody that a policy knows";

    /// <summary>A kind of person that is not known is refused by words that name those that are.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(ISubjectErasure erasure, ISubjectExport? export, CancellationToken cancel)
    {
        var faults = new List<string>();
        await RefusedAsync("erasure", () => erasure.EraseAsync(Nobody, "1", cancel: cancel)).ConfigureAwait(false);
        if (export is not null)
            await RefusedAsync("copy", () => export.ExportAsync(Nobody, "1", Stream.Null, cancel: cancel)).ConfigureAwait(false);
        return faults;

        async Task RefusedAsync(string what, Func<Task> ask)
        {
            try
            {
                await ask().ConfigureAwait(false);
                faults.Add($"Asked for the {what} of '{Nobody}', the operations did not refuse.");
            }
            catch (ArgumentException refused)
            {
                faults.AddRange(erasure.Subjects.Where(subject => !refused.Message.Contains($"'{subject}'", StringComparison.Ordinal))
                    .Select(subject => $"Asked for the {what} of '{Nobody}', the operations do not say that they know '{subject}': {refused.Message}"));
            }
        }
    }
}
