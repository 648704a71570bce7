namespace PolicyAsCode.Cli.Output;

/// <summary>Writes findings the way that compilers do, so that editors and CI find the place.</summary>
internal static class DiagnosticText
{
    /// <summary><c>policies/x.policy.yaml(14,26,14,35): error PAC1004: …</c></summary>
    public static void Write(PolicyDiagnostic found, MessageLanguage language, CommandHost host)
    {
        var colours = new Colours(host.HasColours);
        var name = $"{Severities.NameOf(found.Severity)} {found.Id}";
        host.Out.WriteLine(
            $"{colours.Dim(PlaceOf(found.Location))}: {Coloured(found.Severity, name, colours)}: {found.MessageIn(language)}");
    }

    /// <summary>A place as compilers write it; a file alone where the whole of it is meant.</summary>
    public static string PlaceOf(FileLocation location) =>
        location.Range == default ? location.Path : location.ToString();

    private static string Coloured(PolicySeverity severity, string text, Colours colours) => severity switch
    {
        PolicySeverity.Error => colours.Red(text),
        PolicySeverity.Warning => colours.Yellow(text),
        _ => colours.Dim(text),
    };
}
