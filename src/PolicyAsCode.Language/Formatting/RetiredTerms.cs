namespace PolicyAsCode.Language.Formatting;

/// <summary>Puts the successor in the place of each term that is out of use (PAC1018).</summary>
public static class RetiredTerms
{
    /// <summary>The text of a file with the successors in it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="text">Its text, as it was compiled.</param>
    /// <param name="found">What was found in it; what is about other files or other rules is passed by.</param>
    public static string Replace(string path, string text, IEnumerable<PolicyDiagnostic> found)
    {
        var retired = found
            .Where(one => one.Id == PolicyRules.TermDeprecated && one.Replacement is not null && one.Location.Path == path)
            .GroupBy(one => one.Location.Range.Offset)
            .Select(same => same.First())
            .OrderByDescending(one => one.Location.Range.Offset);
        foreach (var one in retired)
        {
            var (start, length) = (one.Location.Range.Offset, one.Location.Range.Length);
            if (text[start] is '"' or '\'')
                (start, length) = (start + 1, length - 2);
            text = text.Remove(start, length).Insert(start, one.Replacement!);
        }
        return text;
    }
}
