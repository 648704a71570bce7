using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Compares what the generated operations were planned for with the model that EF Core builds: what the generator cannot
/// see (configuration in other assemblies, in loops, in conventions) shows here, before anything is missed.
/// </summary>
public interface IModelCheck
{
    /// <summary>Compares; finds nothing where the operations do what they say.</summary>
    /// <param name="model">The context's model: <c>db.Model</c>.</param>
    ModelDifferences Check(IModel model);
}
