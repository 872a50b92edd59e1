using System.Collections;
using System.Reflection;
using System.Text.Json;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.UseCases;

/// <summary>A thing of any record type with every member set to something that is not its default, so that a member that gets lost is seen.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset Moment = new(2016, 7, 11, 9, 30, 12, 345, TimeSpan.Zero);

    public static object Of(Type type)
    {
        if (Known(type) is { } known)
        {
            return known;
        }

        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var item = type.GetGenericArguments()[0];
            var list = Array.CreateInstance(item, 1);
            list.SetValue(Of(item), 0);
            return list;
        }

        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType))]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            property.SetValue(made, Of(property.PropertyType));
        }

        return made;
    }

    public static void SameProperties(object actual, object expected)
    {
        foreach (var property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            JsonSerializer.Serialize(property.GetValue(actual)).ShouldBe(JsonSerializer.Serialize(property.GetValue(expected)), property.Name);
            JsonSerializer.Serialize(property.GetValue(expected)).ShouldNotBeOneOf(["null", "[]", "\"\""], property.Name);
        }
    }

    private static object? Known(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? new string('a', 64)
            : type == typeof(int) ? 7
            : type == typeof(long) ? 70L
            : type == typeof(double) ? 0.25
            : type == typeof(bool) ? true
            : type == typeof(DateTimeOffset) ? Moment
            : type == typeof(AuthorityId) ? Some.Id("02N")
            : type == typeof(LetterId) ? Some.Letter("02N", LetterKind.Clarification, 2)
            : type == typeof(Actor) ? Some.Person
            : type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)
            : null;
    }
}
