using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>A country by its ISO code, or a bloc; a country's name is answered with its code.</summary>
internal sealed class RegionValue : ScalarValue<string>
{
    /// <summary>A country or a bloc.</summary>
    public static readonly Value<string> Any = new RegionValue(countriesOnly: false);

    /// <summary>A country.</summary>
    public static readonly Value<string> Country = new RegionValue(countriesOnly: true);

    private readonly bool _countriesOnly;

    private RegionValue(bool countriesOnly) => _countriesOnly = countriesOnly;

    /// <inheritdoc/>
    public override Message Expectation =>
        _countriesOnly ? Message.Of("Values.Country") : Message.Of("Values.Region");

    /// <inheritdoc/>
    public override Written Written =>
        new Written.Choice(_countriesOnly ? Regions.All.Where(Regions.IsCountry).ToArray() : [.. Regions.All]);

    /// <inheritdoc/>
    public override string Rule => PolicyRules.UnknownTerm;

    /// <inheritdoc/>
    protected override bool TryRead(ScalarNode scalar, BindingContext context, out string value)
    {
        value = scalar.Value;
        if (_countriesOnly ? Regions.IsCountry(value) : Regions.IsKnown(value))
            return true;
        if (scalar.IsMissing)
            return Refuse(scalar, context);

        var meant = context.MaySuggest ? Regions.Meant(value) : null;
        if (_countriesOnly && meant is not null && Regions.IsBloc(meant))
            meant = null;
        context.Report(Rule, scalar.Range,
            meant is not null
                ? Message.Of("Sections.RegionMeant", value, meant)
                : _countriesOnly
                    ? Message.Of("Sections.NoCountry", value)
                    : Message.Of("Sections.NoRegion", value));
        return false;
    }
}
