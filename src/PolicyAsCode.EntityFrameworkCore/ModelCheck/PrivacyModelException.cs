namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The model is not the one that the generated operations were planned for: they would miss something, or fail.</summary>
/// <param name="differences">In what.</param>
public sealed class PrivacyModelException(ModelDifferences differences) : InvalidOperationException(
    "The generated privacy operations were planned for another model than EF Core builds. Configure it where the generator "
    + "sees it (attributes, the context's own OnModelCreating, configuration classes of the same project):"
    + Environment.NewLine + differences)
{
    /// <summary>In what it differs.</summary>
    public ModelDifferences Differences { get; } = differences;
}
