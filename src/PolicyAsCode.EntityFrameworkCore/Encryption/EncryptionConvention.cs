using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Makes of each property that is declared as encrypted a sealed column, or says why it cannot be one.</summary>
internal sealed class EncryptionConvention(SubjectEncryption encryption, ISqlGenerationHelper sql) : IModelFinalizingConvention
{
    private const int MostBytesOfLetter = 3;

    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        RequestKeys.Declare((IMutableModel)modelBuilder.Metadata);
        foreach (var entity in ((IMutableModel)modelBuilder.Metadata).GetEntityTypes().ToList())
        {
            RefuseInComplex(entity, entity.GetComplexProperties());
            foreach (var property in entity.GetDeclaredProperties().ToList())
                if (property.FindAnnotation(EncryptionAnnotations.Encrypted)?.Value is string name)
                    Seal(entity, property, name.Length > 0 ? name : SubjectPath.NameOf(entity) + "." + property.Name, names);
                else if (property.FindAnnotation(EncryptionAnnotations.BlindIndex) is not null)
                    throw Refuse(property, "has a blind index, and is not encrypted");
        }
    }

    private void Seal(IMutableEntityType entity, IMutableProperty property, string name, HashSet<string> names)
    {
        Check(entity, property);
        if (!names.Add(name))
            throw Refuse(property, $"is sealed under the name {name}, as another property is");
        var index = property.FindAnnotation(EncryptionAnnotations.BlindIndex)?.Value is string declared
            ? BlindIndex.Parse(declared)
            : null;
        var maxLength = property.GetMaxLength();
        // The run time's own rows of before are read as they are until they are done, which is soon.
        var isClear = entity.IsPrivacyTable() || ExistingRows.IsBeingSealed(entity);
        if (isClear)
            CheckBeingSealed(entity, property);
        var column = new SealedColumn(encryption, name, index, maxLength) { ReadsClear = isClear };
        property.SetValueConverter(
            property.ClrType == typeof(string) ? new SealedStringConverter(column) : new SealedBytesConverter(column));
        if (maxLength is { } most)
            property.SetMaxLength(SealedText.LengthOf(
                property.ClrType == typeof(string) ? most * MostBytesOfLetter : most, index?.Length ?? 0));

        if (StoreObjectIdentifier.Create(entity, StoreObjectType.Table) is not { } table
            || property.GetColumnName(table) is not { } columnName)
            return;
        var quoted = sql.DelimitIdentifier(columnName);
        // Neither SQL by hand nor a copy from another column stores it in the clear.
        if (!isClear)
            entity.AddCheckConstraint(
                $"CK_{table.Name}_{columnName}_sealed",
                $"{quoted} IS NULL OR {quoted} = '' OR SUBSTRING({quoted}, 1, 5) = '{SealedText.Magic}'");
        if (index is not null)
            AddIndex(entity, property, quoted, index);
    }

    private static void AddIndex(IMutableEntityType entity, IMutableProperty property, string quoted, BlindIndex index)
    {
        var shadow = entity.AddProperty(SealedQueryExtensions.IndexOf(property.Name), typeof(string));
        shadow.IsNullable = true;
        shadow.SetMaxLength(index.Length);
        shadow.SetComputedColumnSql($"SUBSTRING({quoted}, {SealedText.IndexStart}, {index.Length})");
        shadow.SetIsStored(true);
        shadow.ValueGenerated = ValueGenerated.OnAddOrUpdate;
        shadow.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        shadow.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        entity.AddIndex(shadow).IsUnique = index.IsUnique;
    }

    private static void Check(IMutableEntityType entity, IMutableProperty property)
    {
        if (property.ClrType != typeof(string) && property.ClrType != typeof(byte[]))
            throw Refuse(property, "is neither text nor bytes");
        if (property.IsKey() || property.IsForeignKey())
            throw Refuse(property, "is a key: each sealing gives another text");
        if (property.IsIndex())
            throw Refuse(property, "has an index, which finds nothing in it: declare HasBlindIndex()");
        if (property.IsConcurrencyToken)
            throw Refuse(property, "is a concurrency token");
        if (property.GetDefaultValueSql() is not null || property.FindAnnotation(RelationalAnnotationNames.DefaultValue) is not null
            || property.GetComputedColumnSql() is not null)
            throw Refuse(property, "gets its value from the database, which has no key");
        if (entity.IsMappedToJson())
            throw Refuse(property, "lies in a column of JSON, which is written as a whole");
        if (SubjectPath.Of(entity) is not { } path)
            throw Refuse(property, "is in an entity without HasSubject(...): whose key seals it?");
        path.Check(entity);
    }

    private static void CheckBeingSealed(IMutableEntityType entity, IMutableProperty property)
    {
        if (property.ClrType != typeof(string))
            throw Refuse(
                property, "is of bytes, and its table is being sealed: the column becomes one of text. Add a property beside it, copy "
                + "the values by SaveChanges, and drop the old one");
        var root = ExistingRows.RootOf(entity);
        if (root.GetMappingStrategy() is RelationalAnnotationNames.TptMappingStrategy or RelationalAnnotationNames.TpcMappingStrategy)
            throw Refuse(property, "lies in one of several tables of its inheritance, and these are sealed by no IsBeingSealed()");
    }

    private static void RefuseInComplex(IMutableEntityType entity, IEnumerable<IMutableComplexProperty> complex)
    {
        foreach (var one in complex)
        {
            if (one.ComplexType.GetProperties().FirstOrDefault(property =>
                property.FindAnnotation(EncryptionAnnotations.Encrypted) is not null) is { } property)
                throw Refuse(property, "is in a complex type: use an owned type");
            RefuseInComplex(entity, one.ComplexType.GetComplexProperties());
        }
    }

    private static InvalidOperationException Refuse(IReadOnlyProperty property, string why) =>
        new($"{property.DeclaringType.ShortName()}.{property.Name} cannot be encrypted: it {why}.");
}
