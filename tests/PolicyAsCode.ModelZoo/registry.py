import glob,os
n=sorted(os.path.basename(f)[:-3] for f in glob.glob('Shapes/*.cs'))
t='''using PolicyAsCode.ModelZoo.Proof;
'''+'\n'.join(f'using PolicyAsCode.ModelZoo.Shapes.{x};' for x in n)+'''

namespace PolicyAsCode.ModelZoo;

/// <summary>All shapes, one a line.</summary>
internal static class Zoo
{
    public static IReadOnlyList<Shape> Shapes { get; } =
    [
'''+'\n'.join(f'        Proof.Shape.Of<{x}Context, {x}ContextPrivacy>(options => new(options), (db, time) => new(db, time)),' for x in n)+'''
    ];

    public static Shape Shape(string name) => Shapes.Single(shape => shape.Name == name);
}
'''
open('Zoo.cs','w').write(t)
