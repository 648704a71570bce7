using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A word of the policy, and how people call it.</summary>
/// <param name="Key">The word.</param>
/// <param name="English">In English.</param>
/// <param name="Indonesian">In Indonesian.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportTerm(string Key, string English, string Indonesian)
{
    /// <summary>How it is called in a language.</summary>
    public string In(ExportWords words) => words.IsIndonesian ? Indonesian : English;
}
