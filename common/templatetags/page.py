"""Parts of every page: icons of the sprite and the other settings of the address."""

from collections.abc import Iterator

from django import template
from django.forms import BoundField
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

CONTROL_CLASSES = {
    "checkbox": "form-check-input",
    "radio": "form-check-input",
    "select": "form-select",
    "selectmultiple": "form-select",
    "hidden": "",
    "checkboxselectmultiple": "",
    "radioselect": "",
}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A symbol of the sprite; with a label it speaks, without one it is decoration."""
    address = f"{static('vendor/icons.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}"/></svg>',
            label,
            address,
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"/></svg>', address)


@register.simple_tag(takes_context=True)
def page_title(context: template.Context) -> SafeString:
    """The block `title` of the page once more, for its first heading."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block("title")
    return block.render(context)


@register.simple_tag(takes_context=True)
def hidden_params(context: template.Context, *left_out: str) -> SafeString:
    """The settings in the address as hidden fields, so that a GET form keeps them."""
    return format_html_join(
        "",
        '<input type="hidden" name="{}" value="{}">',
        _kept_params(context, left_out),
    )


def _kept_params(context: template.Context, left_out: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    request = context.get("request")
    if request is None:
        return
    for name, values in request.GET.lists():
        if name not in left_out:
            yield from ((name, value) for value in values)


@register.simple_tag(takes_context=True)
def sort_head(context: template.Context, sort: str, name: str, label: str, classes: str = "") -> SafeString:
    """Head of a column by which the list can be sorted; `sort` is the order now, "-name" turned round."""
    turn = {name: "ascending", f"-{name}": "descending"}.get(sort, "")
    kept = context["request"].GET.copy()
    kept.pop("page", None)
    kept["sort"] = f"-{name}" if turn == "ascending" else name
    mark = icon("sort-down" if turn == "ascending" else "sort-up") if turn else ""
    return format_html(
        '<th scope="col" class="{}"{}><a href="?{}">{}{}</a></th>',
        classes,
        format_html(' aria-sort="{}"', turn) if turn else "",
        kept.urlencode(),
        label,
        mark,
    )


@register.filter
def control(field: BoundField) -> SafeString:
    """The widget of a form field in the look of the house, marked when it is wrong."""
    own = field.field.widget.attrs.get("class", "")
    look = CONTROL_CLASSES.get(field.widget_type, "form-control")
    wrong = "is-invalid" if field.errors else ""
    classes = " ".join(filter(None, (own, look, wrong)))
    return field.as_widget(attrs={"class": classes} if classes else None)


@register.filter
def is_tick(field: BoundField) -> bool:
    """Whether the field is a single tick box, whose label stands beside it."""
    return field.widget_type == "checkbox"
