#!/usr/bin/env python3
"""Looks at an HTML report in Chromium, as a reader would; prints what is wrong, a line each.

usage: browse_report.py FILE [--hostile]

Checks that the page asks for nothing and says nothing on the console, that it sorts, searches, copies,
prints, goes dark, and fits 360 pixels, and that axe-core finds no violation in light or dark. With
--hostile the page's values try to run scripts: none may.

Needs chromium, chromedriver, selenium and the axe.min.js of the wheel axe-playwright-python.
"""

import base64
import importlib.util
import pathlib
import shutil
import sys

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

AXE = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).with_name("axe.min.js")
faults = []


def check(fits, fault):
    if not fits:
        faults.append(fault)


def browser():
    options = Options()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def look(driver, width=1200, scheme="light"):
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})


def check_axe(driver, scheme):
    driver.execute_script(AXE.read_text())
    found = driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(done)")
    for violation in found["violations"]:
        nodes = [node["html"][:100] for node in violation["nodes"][:3]]
        faults.append(f"axe, {scheme}: {violation['id']}: {nodes}")


def check_table(driver):
    rows = driver.find_elements(By.CSS_SELECTOR, "#table tbody tr")
    head = driver.find_element(By.CSS_SELECTOR, "#table thead th")
    head.find_element(By.TAG_NAME, "button").click()
    check(head.get_attribute("aria-sort") == "descending", "sorting is not said")
    numbers = driver.execute_script(
        "return [...document.querySelectorAll('#table tbody tr')]"
        ".map(row => Number(row.cells[0].textContent.replaceAll(',', '')))")
    check(numbers == sorted(numbers, reverse=True), "numbers are not sorted, the most first")
    head.find_element(By.TAG_NAME, "button").click()
    check(head.get_attribute("aria-sort") == "ascending", "sorting does not turn round")
    count = driver.find_element(By.ID, "count")
    check(count.text == f"{len(rows)} of {len(rows)} findings", f"count: {count.text}")
    search = driver.find_element(By.ID, "search")
    search.send_keys("no such finding anywhere")
    check(count.text == f"0 of {len(rows)} findings", f"count of nothing: {count.text}")
    search.clear()
    word = driver.execute_script("return document.querySelector('#table td:nth-child(3)').textContent")
    search.send_keys(word)
    shown = [row for row in rows if row.is_displayed()]
    check(shown and all(word in row.text for row in shown), f"searching for {word!r}")
    driver.execute_script(
        "arguments[0].value = ''; arguments[0].dispatchEvent(new Event('input'))", search)


def check_copies(driver):
    driver.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
    blocks = driver.find_elements(By.CSS_SELECTOR, "div.copy")
    for block in [each for each in blocks if each.is_displayed()][:3]:
        button = block.find_element(By.TAG_NAME, "button")
        driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
        button.click()
        text = driver.execute_async_script(
            "const done = arguments[0]; setTimeout("
            "() => navigator.clipboard.readText().then(done, error => done(String(error))), 200)")
        wanted = driver.execute_script("return arguments[0].querySelector('pre').textContent", block)
        check(text == wanted, f"copied {text!r} for {wanted!r}")
        check(button.text == "Copied", f"the button says {button.text!r}")


def check_looks(driver, url):
    colours = set()
    for scheme in ("light", "dark"):
        look(driver, 1200, scheme)
        driver.get(url)
        colours.add(driver.execute_script("return getComputedStyle(document.body).backgroundColor"))
        check_axe(driver, scheme)
    check(len(colours) == 2, f"light and dark look the same: {colours}")
    for width in (360, 800, 1600):
        look(driver, width)
        driver.get(url)
        needed = driver.execute_script("return document.documentElement.scrollWidth")
        check(needed <= width, f"{width} pixels are too few: {needed}")
    page = driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})
    check(base64.b64decode(page["data"])[:5] == b"%PDF-", "it does not print")
    check(
        driver.execute_script("return [...document.querySelectorAll('details')].every(each => each.open)"),
        "what is folded is not printed")


def main():
    path = pathlib.Path(sys.argv[1]).resolve()
    is_hostile = "--hostile" in sys.argv[2:]
    driver = browser()
    try:
        look(driver)
        driver.get(path.as_uri())
        counts = driver.execute_script(
            "return ['script', 'img, iframe, object, embed, link, base, form, [onerror], [onload], [style]']"
            ".map(each => document.querySelectorAll(each).length)")
        check(counts == [1, 0], f"elements of somebody else: {counts}")
        check(driver.execute_script("return window.wasHere === undefined"), "a value ran as a script")
        links = driver.execute_script(
            "return [...document.links].filter(each => !(each.hash && each.href.startsWith(location.href.split('#')[0])"
            " && document.getElementById(decodeURIComponent(each.hash.slice(1))))).map(each => each.outerHTML)")
        check(not links, f"links to nowhere: {links[:3]}")
        ids = driver.execute_script("return [...document.querySelectorAll('[id]')].map(each => each.id)")
        check(len(ids) == len(set(ids)), "an id stands twice")
        if not is_hostile:
            check_table(driver)
            check_copies(driver)
        check_looks(driver, path.as_uri())
        requests = driver.execute_script("return performance.getEntriesByType('resource').length")
        check(requests == 0, f"{requests} requests beside the page's own")
        messages = [entry["message"] for entry in driver.get_log("browser")]
        check(not messages, f"on the console: {messages[:3]}")
    finally:
        driver.quit()
    for fault in faults:
        print(fault)


main()
