using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Says in <c>OnModelCreating</c> what is encrypted, and whose it is.</summary>
public static class EncryptionModelBuilderExtensions
{
    /// <summary>
    /// Says whose the rows of an entity are, by whose key its encrypted properties are sealed. What it owns is theirs too.
    /// </summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <param name="entity">The entity.</param>
    /// <param name="id">The person's key: the row's own, or one that it refers to: <c>line =&gt; line.Order!.CustomerId</c>.</param>
    /// <param name="kind">The kind of person; null takes the one that the entity's <c>[DataSubject]</c> names.</param>
    public static EntityTypeBuilder<TEntity> HasSubject<TEntity>(
        this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, object?>> id, string? kind = null)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(id);
        kind ??= typeof(TEntity).GetCustomAttribute<DataSubjectAttribute>()?.Subject ?? throw new ArgumentException(
            $"{typeof(TEntity).Name} has no [DataSubject]: name the kind of person.", nameof(kind));
        entity.Metadata.SetAnnotation(EncryptionAnnotations.Subject, kind + "|" + string.Join('.', Path(id)));
        return entity;
    }

    /// <summary>
    /// Encrypts text or bytes under the key of the person whose row they are in; the column is one of text. Needs
    /// <see cref="HasSubject"/> on the entity (or on its owner) and <c>UseSubjectEncryption</c> on the context's options:
    /// without the latter it neither stores nor reads.
    /// </summary>
    /// <typeparam name="TProperty">Text or bytes.</typeparam>
    /// <param name="property">The property.</param>
    /// <param name="name">
    /// The name that values are bound to; null takes <c>Entity.Property</c>. Set it to the old one where the class or the
    /// property gets another name: what is stored cannot be opened under a new one.
    /// </param>
    public static PropertyBuilder<TProperty> IsEncrypted<TProperty>(this PropertyBuilder<TProperty> property, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(property);
        property.Metadata.SetAnnotation(EncryptionAnnotations.Encrypted, name ?? "");
        if (typeof(TProperty) == typeof(string))
            return property.HasConversion(new SealedStringConverter(SealedColumn.Unconfigured));
        if (typeof(TProperty) == typeof(byte[]))
            return property.HasConversion(new SealedBytesConverter(SealedColumn.Unconfigured));
        throw new ArgumentException($"{property.Metadata.Name} is neither text nor bytes: it cannot be encrypted.", nameof(property));
    }

    /// <summary>
    /// Lets rows be found by an encrypted text with <c>WhereSealed</c> and <c>FindSealedAsync</c>: a column beside it holds
    /// a keyed fingerprint. The database computes it from the sealed text, so that whatever blanks the one blanks the other.
    /// </summary>
    /// <typeparam name="TProperty">Text.</typeparam>
    /// <param name="property">The property, which <c>IsEncrypted()</c>.</param>
    /// <param name="form">What is compared.</param>
    /// <param name="bits">How many bits are kept: a multiple of 8 between 16 and 256.</param>
    /// <param name="isUnique">Whether the database refuses a second row with an equal value; what is null is equal to nothing.</param>
    public static PropertyBuilder<TProperty> HasBlindIndex<TProperty>(
        this PropertyBuilder<TProperty> property, BlindIndexForm form = BlindIndexForm.Exact, int bits = 64, bool isUnique = false)
    {
        ArgumentNullException.ThrowIfNull(property);
        if (typeof(TProperty) != typeof(string))
            throw new ArgumentException($"{property.Metadata.Name} is no text: it has no blind index.", nameof(property));
        if (bits is < BlindIndex.Fewest or > BlindIndex.Most || bits % 8 != 0)
            throw new ArgumentOutOfRangeException(nameof(bits), bits, "A multiple of 8 between 16 and 256.");
        if (isUnique && bits < BlindIndex.FewestOfUnique)
            throw new ArgumentOutOfRangeException(nameof(bits), bits, "So few bits are the same for other values: a unique index needs 64.");
        property.Metadata.SetAnnotation(EncryptionAnnotations.BlindIndex, new BlindIndex(bits, form, isUnique).Annotation());
        return property;
    }

    /// <summary>
    /// Says that the table has rows of before encryption was switched on, which <see cref="ISealExistingRows"/> seals: until
    /// then its encrypted text, and that of what it owns, is read whether it is sealed or not. Everything that is stored is
    /// sealed. Take it away once <see cref="ISealExistingRows.RunAsync"/> has found nothing left: from then on what is not
    /// sealed is refused, by the program and by the constraint that the next migration adds.
    /// </summary>
    /// <typeparam name="TEntity">The entity, not one that another owns or that inherits from another.</typeparam>
    /// <param name="entity">The entity.</param>
    public static EntityTypeBuilder<TEntity> IsBeingSealed<TEntity>(this EntityTypeBuilder<TEntity> entity)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.Metadata.SetAnnotation(EncryptionAnnotations.BeingSealed, true);
        return entity;
    }

    private static Stack<string> Path(LambdaExpression id)
    {
        var path = new Stack<string>();
        for (var at = id.Body; at is not ParameterExpression;)
        {
            if (at is UnaryExpression { NodeType: ExpressionType.Convert } convert)
            {
                at = convert.Operand;
            }
            else if (at is MemberExpression { Expression: { } of } member)
            {
                path.Push(member.Member.Name);
                at = of;
            }
            else
            {
                throw new ArgumentException($"'{id}' is no path of properties to the key of a person.", nameof(id));
            }
        }

        return path;
    }
}
