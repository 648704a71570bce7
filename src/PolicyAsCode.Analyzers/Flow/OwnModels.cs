using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// The models in which bodies are bound; our own once a program was edited.
/// The compiler's driver keeps each that is asked of it with its options as they are,
/// and all that was bound in it, as long as the compilation lives: in an editor, where an earlier compilation lives on
/// for what was found in it, these were the most of what was held. Who asks for an option has a model of its own, that
/// dies with its last user; nobody here asks whether a reference may be null, so the compiler need not find it out.
/// </summary>
internal sealed class OwnModels
{
    // After an edit a few files are looked at again and again, and the others never more.
    private const int MostLater = 16;

    private readonly Dictionary<(Compilation, SyntaxTree), SemanticModel> _models = [];
    private bool _isReleased;

    /// <summary>The model of a file.</summary>
    internal SemanticModel Of(Compilation compilation, SyntaxTree tree)
    {
        lock (_models)
        {
#pragma warning disable RS1030 // A caller's finding needs its callees' bodies, in whichever file; here and nowhere else.
            // At the first look others ask for the same: bound twice, it costs a build more than it saves.
            if (!_isReleased)
                return compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            if (_models.TryGetValue((compilation, tree), out var known))
                return known;
            if (_models.Count >= MostLater)
                _models.Clear();
#pragma warning disable RS1030 // A caller's finding needs its callees' bodies, in whichever file; here and nowhere else.
            // A model that ignores accessibility would be its own too, and bind other overloads.
#pragma warning disable RSEXPERIMENTAL001
            return _models[(compilation, tree)] =
                compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RSEXPERIMENTAL001
#pragma warning restore RS1030
        }
    }

    /// <summary>Forgets all, and keeps but few from now on.</summary>
    internal void Release()
    {
        lock (_models)
        {
            _isReleased = true;
            _models.Clear();
        }
    }
}
